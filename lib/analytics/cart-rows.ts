import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { backHours, cartColumns, convertMs, isBack } from './cart-facts';
import { dayOf, outcomeOf } from './lock-facts';
import { type CartKind, convertMinutes, type RowsFilter } from './schema';
import { type Stretch, stretch } from './stretch';

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

/** A cart takes in locks for twelve hours, and one that is bought back late comes hours after them. */
export const cartHours = 18;

/** Whether whole carts are meant. */
export const asksCarts = ({ cart, within }: RowsFilter) =>
  cart !== undefined || within !== undefined;

/**
 * The locks `l` of the stretch whose carts were begun in the period and are of that kind: as
 * `cartSums` counts them. Around the stretch as much is read as its carts may reach.
 * `IS TRUE` keeps the carts a list that is looked up: as a join they are counted again for each row.
 */
export function ofCarts(ctx: Context, filter: RowsFilter, part: Stretch): SQL {
  const { eventId, from, to, cart, within } = filter;
  const kind = sql`${kinds[cart ?? 'sold']} ${within === undefined ? sql`` : soldWithin(within)}`;
  const asksBack = cart === 'back' || cart === 'backSold';
  const wide = {
    from: sql`${part.from} - ${cartHours + (asksBack ? backHours : 0)} * interval '1 hour'`,
    to: part.to && sql`${part.to} + ${cartHours} * interval '1 hour'`,
  };
  const ours = sql`l.tenant_id = ${ctx.tenantId}
    ${eventId ? sql`AND l.event_id = ${eventId}` : sql``}`;
  return sql`${ours} AND ${stretch(part)} AND (l.cart_id IN (
    WITH carts AS (
      SELECT l.event_id, l.cart_id, l.session_key, ${cartColumns}, bool_or(${outcomeOf} = 'open') AS open
      FROM all_locks l WHERE ${ours} AND ${stretch(wide)}
      GROUP BY l.event_id, l.cart_id, l.session_key
    )
    SELECT c.cart_id FROM (SELECT *, ${asksBack ? isBack : sql`false`} AS back FROM carts) c
    WHERE ${dayOf(ctx, sql`c.began`)} BETWEEN ${from}::date AND ${to}::date AND ${kind}) IS TRUE)`;
}

/** The whole period, and what its carts took in after it. */
export const aroundOf = ({ from, to }: RowsFilter): Stretch => ({
  from: sql`${from}::date - interval '1 day'`,
  to: sql`${to}::date + interval '3 days'`,
});

/** From its first lock to its first sale. */
function soldWithin(bucket: number): SQL {
  const [from, until] = [convertMinutes[bucket - 1] ?? 0, convertMinutes[bucket]];
  const under = until === undefined ? sql`` : sql`AND ${convertMs} < ${until * 60_000}::bigint`;
  return sql`AND c.sold AND ${convertMs} >= ${from * 60_000}::bigint ${under}`;
}
