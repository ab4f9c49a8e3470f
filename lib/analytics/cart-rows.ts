import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { dayOf, outcomeOf } from './lock-facts';
import { type CartKind, convertMinutes, type RowsFilter } from './schema';

const kinds: Record<CartKind, SQL> = {
  locked: sql`true`,
  checkout: sql`c.checkout`,
  paying: sql`c.paying`,
  sold: sql`c.sold`,
  open: sql`c.open AND NOT c.sold`,
  lost: sql`NOT c.open AND NOT c.sold`,
  back: sql`c.back`,
  backSold: sql`c.back AND c.sold`,
};

/** Whether whole carts are meant. */
export const asksCarts = ({ cart, within }: RowsFilter) =>
  cart !== undefined || within !== undefined;

/**
 * Every lock `l` of the carts that were begun in the period and are of that kind: as `cartSums`
 * counts them. A cart holds on for hours at most, so that days around the period are enough.
 * `IS TRUE` keeps the carts a list that is looked up: as a join they are counted again for each row.
 */
export function ofCarts(ctx: Context, filter: RowsFilter): SQL {
  const { eventId, from, to, cart, within } = filter;
  const kind = sql`${kinds[cart ?? 'sold']} ${within === undefined ? sql`` : soldWithin(within)}`;
  const near = sql`l.tenant_id = ${ctx.tenantId}
    ${eventId ? sql`AND l.event_id = ${eventId}` : sql``}
    AND l.locked_at >= ${from}::date - interval '3 days'
    AND l.locked_at < ${to}::date + interval '4 days'`;
  return sql`${near} AND (l.cart_id IN (
    WITH carts AS (
      SELECT l.event_id, l.cart_id, l.session_key, min(l.locked_at) AS locked_at,
        bool_or(l.checkout_at IS NOT NULL OR l.paying_at IS NOT NULL OR l.status = 'converted') AS checkout,
        bool_or(l.paying_at IS NOT NULL OR l.status = 'converted') AS paying,
        bool_or(l.status = 'converted') AS sold,
        min(l.ended_at) FILTER (WHERE l.status = 'converted') AS sold_at, bool_or(${outcomeOf} = 'open') AS open
      FROM all_locks l WHERE ${near} GROUP BY l.event_id, l.cart_id, l.session_key
    ), l AS (
      SELECT c.*, coalesce(bool_or(NOT c.sold) OVER (
        PARTITION BY c.event_id, c.session_key ORDER BY c.locked_at
        RANGE BETWEEN interval '24 hours' PRECEDING AND CURRENT ROW EXCLUDE GROUP), false) AS back
      FROM carts c
    )
    SELECT c.cart_id FROM (
      SELECT l.* FROM l WHERE ${dayOf(ctx)} BETWEEN ${from}::date AND ${to}::date
    ) c WHERE ${kind}) IS TRUE)`;
}

/** From its first lock to its first sale. */
function soldWithin(bucket: number): SQL {
  const took = sql`floor(extract(epoch FROM c.sold_at - c.locked_at) * 1000)::bigint`;
  const [from, until] = [convertMinutes[bucket - 1] ?? 0, convertMinutes[bucket]];
  const under = until === undefined ? sql`` : sql`AND ${took} < ${until * 60_000}::bigint`;
  return sql`AND c.sold AND ${took} >= ${from * 60_000}::bigint ${under}`;
}
