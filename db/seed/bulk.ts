import type postgres from 'postgres';

export type Cell = string | number | boolean | Date | null | object;

/** About a megabyte of JSON a statement. */
const rowsPerStatement = 5_000;

/**
 * Inserts rows in their order, thousands a statement; the table's own types read the values. The
 * table's statistics follow at once: else the checks of foreign keys that point at it go on with
 * plans made for an empty table, and so would the first buyers' queries.
 */
export async function insertRows(
  tx: postgres.TransactionSql,
  table: string,
  columns: readonly string[],
  rows: readonly Cell[][],
): Promise<void> {
  const names = tx(columns as string[]);
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const part = rows
      .slice(from, from + rowsPerStatement)
      .map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
    await tx`
      INSERT INTO ${tx(table)} (${names})
      SELECT ${names} FROM json_populate_recordset(NULL::${tx(table)}, ${JSON.stringify(part)}::text::json)`;
  }
  await tx`ANALYZE ${tx(table)}`;
}
