import { sql } from 'drizzle-orm';
import { type Context, inTenant } from '@/lib/context';
import { dayOf, outcomeOf } from './lock-facts';
import { convertMinutes, type Filter } from './schema';

/** Carts by the day of their first lock. */
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

export async function cartSums(ctx: Context, filter: Filter): Promise<CartSums[]> {
  const { eventId, from, to } = filter;
  return await inTenant(ctx, ({ db, tenantId }) =>
    db.execute<CartSums>(sql`
      WITH carts AS MATERIALIZED (
        SELECT l.event_id, l.cart_id, l.session_key, min(l.locked_at) AS began,
          bool_or(l.checkout_at IS NOT NULL OR l.paying_at IS NOT NULL OR l.status = 'converted') AS checkout,
          bool_or(l.paying_at IS NOT NULL OR l.status = 'converted') AS paying,
          bool_or(l.status = 'converted') AS sold, bool_or(${outcomeOf} = 'open') AS open,
          min(l.ended_at) FILTER (WHERE l.status = 'converted') AS sold_at
        FROM all_locks l
        WHERE l.tenant_id = ${tenantId} ${eventId ? sql`AND l.event_id = ${eventId}` : sql``}
        GROUP BY l.event_id, l.cart_id, l.session_key
      ), l AS (
        SELECT c.*, c.began AS locked_at,
          floor(extract(epoch FROM c.sold_at - c.began) * 1000)::bigint AS convert_ms,
          EXISTS (SELECT FROM carts e WHERE e.event_id = c.event_id AND e.session_key = c.session_key
            AND NOT e.sold AND e.began < c.began AND e.began >= c.began - interval '24 hours') AS back
        FROM carts c
      )
      SELECT ${dayOf(ctx)}::text AS day, count(*)::int AS carts,
        count(*) FILTER (WHERE checkout)::int AS checkout, count(*) FILTER (WHERE paying)::int AS paying,
        count(*) FILTER (WHERE sold)::int AS sold, count(*) FILTER (WHERE open AND NOT sold)::int AS open,
        count(*) FILTER (WHERE back)::int AS back,
        count(*) FILTER (WHERE back AND sold)::int AS "backSold",
        ARRAY[${sql.join(withinCounts(), sql`, `)}] AS "soldWithin",
        coalesce(sum(convert_ms) FILTER (WHERE sold), 0)::float8 AS "convertMs"
      FROM l WHERE ${dayOf(ctx)} BETWEEN ${from}::date AND ${to}::date
      GROUP BY 1 ORDER BY 1`),
  );
}

/** Sold carts under each bound of `convertMinutes`, and those over the last. */
function withinCounts() {
  const bounds = [0, ...convertMinutes, null];
  return bounds.slice(0, -1).map((from, at) => {
    const until = bounds[at + 1];
    const under = until == null ? sql`` : sql`AND convert_ms < ${until * 60_000}::bigint`;
    return sql`count(*) FILTER (WHERE sold AND convert_ms >= ${(from as number) * 60_000}::bigint ${under})::int`;
  });
}
