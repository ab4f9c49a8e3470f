import { sql } from 'drizzle-orm';
import { type Context, inTenant } from '@/lib/context';
import { cartColumns, cartCounts, isBack } from './cart-facts';
import { dayOf, ofEvent, outcomeOf } from './lock-facts';
import { notCounted, readMark } from './mark';
import type { Filter } from './schema';

/** Carts of a day, the day of their first lock. */
export type CartSums = {
  day: string;
  carts: number;
  checkout: number;
  paying: number;
  sold: number;
  open: number;
  back: number;
  backSold: number;
  soldWithin: number[];
  convertMs: number;
};

/** A row for each day of the period with carts, and two for one that is counted in part. */
export async function cartSums(ctx: Context, filter: Filter): Promise<CartSums[]> {
  const { tenantId } = ctx;
  const inPeriod = sql`BETWEEN ${filter.from}::date AND ${filter.to}::date`;
  const day = dayOf(ctx, sql`c.began`);
  const rows = await inTenant(ctx, async (inside) =>
    inside.db.execute<CartSums>(sql`
      WITH recent AS MATERIALIZED (
        SELECT l.event_id, l.cart_id, l.session_key, ${cartColumns}, bool_or(${outcomeOf} = 'open') AS open
        FROM cart_item_locks l
        WHERE ${notCounted(ctx, await readMark(inside))} ${ofEvent(filter)}
          AND NOT EXISTS (
            SELECT FROM counted_carts k WHERE k.tenant_id = ${tenantId} AND k.cart_id = l.cart_id)
        GROUP BY l.event_id, l.cart_id, l.session_key
      ), c AS (
        SELECT *, ${isBack} AS back FROM (
          SELECT *, false AS known FROM recent
          UNION ALL
          SELECT k.event_id, k.cart_id, k.session_key, k.began_at, k.last_locked_at, NULL, NULL, k.sold,
            NULL, NULL, true
          FROM counted_carts k WHERE k.tenant_id = ${tenantId} ${ofEvent(filter, 'k')}
            AND k.session_key IN (SELECT session_key FROM recent)) AS carts
      ), counted AS (
        SELECT d.day, d.carts, d.checkout, d.paying, d.sold, 0 AS open, d.back, d.back_sold,
          d.sold_within, d.convert_ms
        FROM cart_days d WHERE d.tenant_id = ${tenantId} ${ofEvent(filter, 'd')} AND d.day ${inPeriod}
      )
      SELECT day::text, sum(carts)::int AS carts, sum(checkout)::int AS checkout,
        sum(paying)::int AS paying, sum(sold)::int AS sold, sum(open)::int AS open,
        sum(back)::int AS back, sum(back_sold)::int AS "backSold",
        ARRAY[${sql.raw(Array.from({ length: 8 }, (_, at) => `sum(sold_within[${at + 1}])::int`).join(', '))}] AS "soldWithin",
        sum(convert_ms)::float8 AS "convertMs"
      FROM counted GROUP BY day
      UNION ALL
      SELECT day::text, carts, checkout, paying, sold, open, back, back_sold, sold_within, convert_ms::float8
      FROM (
        SELECT ${day} AS day, ${cartCounts}, count(*) FILTER (WHERE c.open AND NOT c.sold)::int AS open
        FROM c WHERE NOT c.known AND ${day} ${inPeriod} GROUP BY 1) AS uncounted`),
  );
  return rows;
}
