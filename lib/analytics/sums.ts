import { type SQL, sql } from 'drizzle-orm';
import { type Context, inTenant } from '@/lib/context';
import { keyOf, outcomeOf, within } from './lock-facts';
import { type ByOutcome, type Dimension, type Filter, outcomes, type Sums } from './schema';

type SumsRow = { key: string; outcome: (typeof outcomes)[number] } & Sums;

/** Locks of a period by a key and by what became of them; `null` puts them all under one key. */
export async function lockSums(
  ctx: Context,
  filter: Filter,
  dimension: Dimension | null,
): Promise<Map<string, ByOutcome>> {
  return bySumKey(ctx, filter, (inside) => keyOf(inside, dimension));
}

/** As `lockSums`, by the day on which they were made. */
export function daySums(ctx: Context, filter: Filter): Promise<Map<string, ByOutcome>> {
  return bySumKey(
    ctx,
    filter,
    (inside) =>
      sql`(l.locked_at AT TIME ZONE (SELECT time_zone FROM tenants WHERE id = ${inside.tenantId}))::date::text`,
  );
}

async function bySumKey(
  ctx: Context,
  filter: Filter,
  key: (ctx: Context) => SQL,
): Promise<Map<string, ByOutcome>> {
  const rows = await inTenant(ctx, ({ db }) =>
    db.execute<SumsRow>(sql`
      SELECT ${key(ctx)} AS key, ${outcomeOf} AS outcome, count(*)::int AS locks,
        sum(l.quantity)::float8 AS units, sum(l.quantity * l.price_at_lock::bigint)::float8 AS value
      FROM all_locks l WHERE ${within(ctx, filter)} GROUP BY 1, 2`),
  );
  const sums = new Map<string, ByOutcome>();
  for (const { key: name, outcome, locks, units, value } of rows) {
    const known = sums.get(name) ?? noSums();
    sums.set(name, known);
    known[outcome] = { locks, units, value };
  }
  return sums;
}

export function noSums(): ByOutcome {
  const none = outcomes.map((outcome) => [outcome, { locks: 0, units: 0, value: 0 }]);
  return Object.fromEntries(none) as ByOutcome;
}
