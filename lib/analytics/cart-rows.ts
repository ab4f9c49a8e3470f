import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { cartColumns, convertMs, isBack } from './cart-facts';
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
      SELECT l.event_id, l.cart_id, l.session_key, ${cartColumns}, bool_or(${outcomeOf} = 'open') AS open
      FROM all_locks l WHERE ${near} GROUP BY l.event_id, l.cart_id, l.session_key
    )
    SELECT c.cart_id FROM (SELECT *, ${isBack} AS back FROM carts) c
    WHERE ${dayOf(ctx, sql`c.began`)} BETWEEN ${from}::date AND ${to}::date AND ${kind}) IS TRUE)`;
}

/** From its first lock to its first sale. */
function soldWithin(bucket: number): SQL {
  const [from, until] = [convertMinutes[bucket - 1] ?? 0, convertMinutes[bucket]];
  const under = until === undefined ? sql`` : sql`AND ${convertMs} < ${until * 60_000}::bigint`;
  return sql`AND c.sold AND ${convertMs} >= ${from * 60_000}::bigint ${under}`;
}
