import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { backWithin, cartColumns, cartCounts, isBack } from './cart-facts';
import type { Slice } from './count';
import { dayOf } from './lock-facts';

/** A claim that is being written may yet join a cart whose last lock has ended no longer ago. */
const restingMinutes = 2;

/** Carts begun in the slice. One begun before has been counted, with all its locks. */
const begunIn = ({ tenantId }: Context, { from, until }: Slice) => sql`
  begun AS MATERIALIZED (
    SELECT l.event_id, l.cart_id, l.session_key, min(l.locked_at) AS began,
      bool_or(l.status = 'active') AS active
    FROM cart_item_locks l
    WHERE l.tenant_id = ${tenantId} AND l.locked_at >= ${from}::timestamptz
      AND l.locked_at < ${until}::timestamptz
      AND NOT EXISTS (
        SELECT FROM counted_carts k WHERE k.tenant_id = ${tenantId} AND k.cart_id = l.cart_id)
    GROUP BY l.event_id, l.cart_id, l.session_key
  )`;

/** When the first of them began that still holds a lock, or may yet get one; null if none. */
export async function readUnfinished(ctx: Context, slice: Slice): Promise<string | null> {
  const { db, tenantId } = ctx;
  const lockOf = sql`SELECT FROM cart_item_locks l WHERE l.tenant_id = ${tenantId}
    AND l.session_key = b.session_key AND l.cart_id = b.cart_id`;
  const [row] = await db.execute<{ began: string | null }>(sql`
    WITH ${begunIn(ctx, slice)}
    SELECT min(b.began)::text AS began FROM begun b
    WHERE b.active OR EXISTS (${lockOf} AND l.status = 'active')
      OR EXISTS (${lockOf} AND l.status <> 'active'
        AND l.ended_at > clock_timestamp() - ${restingMinutes} * interval '1 minute')`);
  return row?.began ?? null;
}

/**
 * Adds the carts begun in the slice to their day, with what came to them after it, and remembers
 * those that matter to carts and locks still to be counted. None of them is unfinished.
 */
export async function countCarts(ctx: Context, slice: Slice): Promise<void> {
  const { db, tenantId } = ctx;
  await db.execute(sql`
    WITH ${begunIn(ctx, slice)}, locks AS (
      SELECT l.event_id, l.cart_id, l.session_key, l.locked_at, l.ended_at, l.status, l.checkout_at,
        l.paying_at
      FROM begun b JOIN cart_item_locks l ON l.session_key = b.session_key AND l.cart_id = b.cart_id
      WHERE l.tenant_id = ${tenantId} AND l.status <> 'active'
    ), carts AS MATERIALIZED (
      SELECT l.event_id, l.cart_id, l.session_key, ${cartColumns} FROM locks l
      GROUP BY l.event_id, l.cart_id, l.session_key
    ), c AS (
      SELECT *, ${isBack} AS back FROM (
        SELECT *, false AS known FROM carts
        UNION ALL
        SELECT event_id, cart_id, session_key, began_at, last_locked_at, NULL, NULL, sold, NULL, true
        FROM counted_carts WHERE tenant_id = ${tenantId}
          AND session_key IN (SELECT session_key FROM carts)) AS all_carts
    ), remembered AS (
      INSERT INTO counted_carts (tenant_id, cart_id, event_id, session_key, began_at, last_locked_at, sold)
      SELECT ${tenantId}, cart_id, event_id, session_key, began, last_locked, sold FROM carts
      WHERE last_locked >= ${slice.until}::timestamptz
        OR (NOT sold AND began >= ${slice.until}::timestamptz - ${backWithin})
      ON CONFLICT DO NOTHING
    )
    INSERT INTO cart_days AS d (tenant_id, event_id, day, carts, checkout, paying, sold, back,
      back_sold, sold_within, convert_ms)
    SELECT ${tenantId}, event_id, day, carts, checkout, paying, sold, back, back_sold, sold_within, convert_ms
    FROM (
      SELECT c.event_id, ${dayOf(ctx, sql`c.began`)} AS day, ${cartCounts}
      FROM c WHERE NOT c.known GROUP BY 1, 2) AS days
    ON CONFLICT (tenant_id, event_id, day) DO UPDATE SET carts = d.carts + excluded.carts,
      checkout = d.checkout + excluded.checkout, paying = d.paying + excluded.paying,
      sold = d.sold + excluded.sold, back = d.back + excluded.back,
      back_sold = d.back_sold + excluded.back_sold, convert_ms = d.convert_ms + excluded.convert_ms,
      sold_within = ARRAY(
        SELECT a + b FROM unnest(d.sold_within, excluded.sold_within) WITH ORDINALITY AS w(a, b, place)
        ORDER BY place)`);
  await db.execute(sql`
    DELETE FROM counted_carts WHERE tenant_id = ${tenantId}
      AND began_at < ${slice.until}::timestamptz - ${backWithin}
      AND last_locked_at < ${slice.until}::timestamptz`);
}
