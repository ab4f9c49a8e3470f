import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { beyondCursor, type RowDay } from './row-days';
import type { CartKind, RowsFilter } from './schema';

/** Carts of a counted day; none of them is open. */
const counts: Record<CartKind, SQL> = {
  locked: sql`carts`,
  checkout: sql`checkout`,
  paying: sql`paying`,
  sold: sql`sold`,
  open: sql`0`,
  lost: sql`carts - sold`,
  back: sql`back`,
  backSold: sql`back_sold`,
};

/**
 * The counted days of the period on which carts of that kind took something in: the day on which
 * they began, and the next, as long as a cart may go on. Oldest first.
 */
export async function readCartDays(ctx: Context, filter: RowsFilter): Promise<RowDay[]> {
  const { cart, within, eventId, from, to } = filter;
  const matches =
    within === undefined ? counts[cart ?? 'sold'] : sql`sold_within[${within + 1}::int]`;
  const ofEvent = eventId ? sql`AND event_id = ${eventId}` : sql``;
  const days = eventId ? sql`lock_days` : sql`house_days`;
  return await ctx.db.execute<RowDay>(sql`
    WITH begun AS (
      SELECT day, sum(${matches}) AS matches FROM cart_days
      WHERE tenant_id = ${ctx.tenantId} ${ofEvent} AND day BETWEEN ${from}::date AND ${to}::date
      GROUP BY day HAVING sum(${matches}) > 0
    ), reached AS (
      SELECT day, sum(matches) AS matches FROM (
        SELECT day, matches FROM begun UNION ALL SELECT day + 1, 0 FROM begun) AS days GROUP BY day
    )
    SELECT r.day::text, r.matches::int AS matches, coalesce((
      SELECT sum(sale_locks + timeout_locks + buyer_locks + tab_closed_locks + admin_locks)::int
      FROM ${days} d WHERE d.tenant_id = ${ctx.tenantId} AND d.dimension = 'all' AND d.day = r.day
        ${ofEvent}), 0) AS locks
    FROM reached r WHERE true ${beyondCursor(filter, sql`r.day`)} ORDER BY r.day`);
}
