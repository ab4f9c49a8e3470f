import { type SQL, sql } from 'drizzle-orm';
import { type ByOutcome, type Outcome, outcomes, type Sums } from './schema';

const figures = ['locks', 'units', 'value'] as const;
const endings = outcomes.filter((outcome) => outcome !== 'open');

/** The columns of the day tables: an ending's locks, units and value, and the next ending's. */
export const sumColumns = endings.flatMap((outcome) =>
  figures.map((figure) => `${outcome}_${figure}`),
);
export const sumColumnList = sql.raw(sumColumns.join(', '));

/** What a day has and what is added to it. @param table the alias of the day table */
export const addedUp = (table: string) =>
  sql.raw(sumColumns.map((name) => `${name} = ${table}.${name} + excluded.${name}`).join(', '));

/** The same columns summed, from rows that have them. */
export const summedUp = sql.raw(
  sumColumns.map((name) => `sum(${name})::bigint AS ${name}`).join(', '),
);

/** The same columns counted, from rows of locks with `outcome`, `units` and `value`. */
export const countedUp = countedBy(endings);
/** And what is still open. */
export const countedUpToNow = countedBy(outcomes);
/** In a day nothing is open. */
export const nothingOpen = sql`0::bigint AS open_locks, 0::bigint AS open_units, 0::bigint AS open_value`;

function countedBy(of: readonly Outcome[]): SQL {
  const columns = of.flatMap((outcome) => {
    const is = `FILTER (WHERE outcome = '${outcome}')`;
    return [
      `count(*) ${is} AS ${outcome}_locks`,
      `coalesce(sum(units) ${is}, 0)::bigint AS ${outcome}_units`,
      `coalesce(sum(value) ${is}, 0)::bigint AS ${outcome}_value`,
    ];
  });
  return sql.raw(columns.join(', '));
}

export function noSums(): ByOutcome {
  const none = outcomes.map((outcome) => [outcome, { locks: 0, units: 0, value: 0 }]);
  return Object.fromEntries(none) as ByOutcome;
}

/** Adds a row with these columns to sums. */
export function addRow(sums: ByOutcome, row: Record<string, unknown>): void {
  for (const outcome of outcomes) {
    for (const figure of figures) {
      (sums[outcome] as Sums)[figure] += Number(row[`${outcome}_${figure}`]);
    }
  }
}
