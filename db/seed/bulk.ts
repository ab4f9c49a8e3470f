import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type postgres from 'postgres';

export type Cell = string | number | boolean | Date | null | object;

const rowsPerChunk = 500;

/** A value in COPY's text format. */
function written(value: Cell): string {
  if (value === null) return '\\N';
  if (value instanceof Date) return value.toISOString();
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.replace(
    /[\\\n\r\t]/g,
    (c) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[c]!,
  );
}

function* chunks(rows: readonly Cell[][]): Generator<string> {
  for (let from = 0; from < rows.length; from += rowsPerChunk) {
    const part = rows.slice(from, from + rowsPerChunk);
    yield part.map((row) => `${row.map(written).join('\t')}\n`).join('');
  }
}

/**
 * Writes rows by COPY, in their order: tens of thousands of seats in a fraction of a second. The
 * table's statistics follow at once: else the checks of foreign keys that point at it go on with
 * plans made for an empty table, and so would the first buyers' queries.
 */
export async function copyRows(
  tx: postgres.TransactionSql,
  table: string,
  columns: readonly string[],
  rows: readonly Cell[][],
): Promise<void> {
  const target = await tx`COPY ${tx(table)} (${tx(columns as string[])}) FROM STDIN`.writable();
  await pipeline(Readable.from(chunks(rows)), target);
  await tx`ANALYZE ${tx(table)}`;
}
