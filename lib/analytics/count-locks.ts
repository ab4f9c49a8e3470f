import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import type { Slice } from './count';
import { dayOf, keyOf, outcomeOf, worthOf } from './lock-facts';
import { dimensions } from './schema';
import { addedUp, countedUp, sumColumnList, summedUp } from './sum-columns';

/** Adds the locks of a slice to the days of their event, of the house, and of their seats. */
export async function countLocks(ctx: Context, slice: Slice): Promise<void> {
  await addDays(ctx, slice);
  await addSeats(ctx, slice);
}

const made = ({ tenantId }: Context, { from, until }: Slice) => sql`l.tenant_id = ${tenantId}
  AND l.locked_at >= ${from}::timestamptz AND l.locked_at < ${until}::timestamptz`;

async function addDays(ctx: Context, slice: Slice): Promise<void> {
  const { db, tenantId } = ctx;
  const keys = dimensions.map((name) => sql`(${name}, ${keyOf(ctx, name)})`);
  await db.execute(sql`
    WITH facts AS (
      SELECT l.event_id, ${dayOf(ctx)} AS day, ${outcomeOf} AS outcome, l.quantity AS units,
        ${worthOf} AS value, keyed.dimension, keyed.key
      FROM cart_item_locks l
      CROSS JOIN LATERAL (VALUES ('all', ''), ${sql.join(keys, sql`, `)}) AS keyed(dimension, key)
      WHERE ${made(ctx, slice)}
    ), days AS MATERIALIZED (
      SELECT dimension, event_id, day, key, ${countedUp} FROM facts
      GROUP BY dimension, event_id, day, key
    ), of_events AS (
      INSERT INTO lock_days AS d (tenant_id, dimension, event_id, day, key, ${sumColumnList})
      SELECT ${tenantId}, dimension, event_id, day, key, ${sumColumnList} FROM days
      ON CONFLICT (tenant_id, dimension, event_id, day, key) DO UPDATE SET ${addedUp('d')}
    )
    INSERT INTO house_days AS d (tenant_id, dimension, day, key, ${sumColumnList})
    SELECT ${tenantId}, dimension, day, key, ${summedUp} FROM days WHERE dimension <> 'zone'
    GROUP BY dimension, day, key
    ON CONFLICT (tenant_id, dimension, day, key) DO UPDATE SET ${addedUp('d')}`);
}

async function addSeats(ctx: Context, slice: Slice): Promise<void> {
  const { db, tenantId } = ctx;
  await db.execute(sql`
    INSERT INTO seat_days AS d (tenant_id, event_id, day, seat_id, locks, sold, abandoned)
    SELECT ${tenantId}, l.event_id, ${dayOf(ctx)}, l.seat_id, count(*),
      count(*) FILTER (WHERE l.status = 'converted'), count(*) FILTER (WHERE l.status <> 'converted')
    FROM cart_item_locks l WHERE ${made(ctx, slice)} AND l.seat_id IS NOT NULL
    GROUP BY 2, 3, 4
    ON CONFLICT (tenant_id, event_id, day, seat_id) DO UPDATE SET locks = d.locks + excluded.locks,
      sold = d.sold + excluded.sold, abandoned = d.abandoned + excluded.abandoned`);
}
