import { type SQL, sql } from 'drizzle-orm';
import { type Context, inTenant } from '@/lib/context';
import { dayOf, keyOf, madeWithin, ofEvent, outcomeOf, worthOf } from './lock-facts';
import { notCounted, readMark } from './mark';
import type { ByOutcome, Dimension, Filter } from './schema';
import { addRow, countedUpToNow, noSums, nothingOpen, summedUp } from './sum-columns';

/** Locks of a period by a key and by what became of them; `all` puts them under one key. */
export function lockSums(
  ctx: Context,
  filter: Filter,
  dimension: Dimension | 'all',
): Promise<Map<string, ByOutcome>> {
  const key = dimension === 'all' ? sql`''` : keyOf(ctx, dimension);
  return sumsBy(ctx, filter, { dimension, key, counted: sql`d.key` });
}

/** As `lockSums`, by the day on which they were made. */
export function daySums(ctx: Context, filter: Filter): Promise<Map<string, ByOutcome>> {
  const day = sql`${dayOf(ctx)}::text`;
  return sumsBy(ctx, filter, { dimension: 'all', key: day, counted: sql`d.day::text` });
}

type By = {
  dimension: Dimension | 'all';
  /** Of a lock `l`, and of a row `d` of the day table. */
  key: SQL;
  counted: SQL;
};

async function sumsBy(
  ctx: Context,
  filter: Filter,
  { dimension, key, counted }: By,
): Promise<Map<string, ByOutcome>> {
  const days = filter.eventId || dimension === 'zone' ? sql`lock_days` : sql`house_days`;
  const rows = await inTenant(ctx, async (inside) =>
    inside.db.execute<{ key: string } & Record<string, unknown>>(sql`
      SELECT ${counted} AS key, ${summedUp}, ${nothingOpen} FROM ${days} d
      WHERE d.tenant_id = ${ctx.tenantId} AND d.dimension = ${dimension} ${ofEvent(filter, 'd')}
        AND d.day BETWEEN ${filter.from}::date AND ${filter.to}::date
      GROUP BY 1
      UNION ALL
      SELECT key, ${countedUpToNow} FROM (
        SELECT ${key} AS key, ${outcomeOf} AS outcome, l.quantity AS units, ${worthOf} AS value
        FROM cart_item_locks l
        WHERE ${notCounted(ctx, await readMark(inside))} ${ofEvent(filter)}
          AND ${madeWithin(ctx, filter)}) AS recent
      GROUP BY 1`),
  );
  const sums = new Map<string, ByOutcome>();
  for (const row of rows) {
    const known = sums.get(row.key) ?? noSums();
    sums.set(row.key, known);
    addRow(known, row);
  }
  return sums;
}
