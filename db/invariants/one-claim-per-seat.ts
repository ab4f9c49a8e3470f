import { type Found, foundMax, type Invariant } from './invariant';

/** A seat has at most one live lock or one sale, never both, never two. */
export const oneClaimPerSeat: Invariant = {
  name: 'one-claim-per-seat',
  find: (tx) => tx<Found[]>`
    WITH live AS (
      SELECT tenant_id, seat_id, count(*)::int AS locks
      FROM cart_item_locks
      WHERE status = 'active' AND expires_at > now() AND seat_id IS NOT NULL
      GROUP BY tenant_id, seat_id
    ), sales AS (
      SELECT tenant_id, seat_id, count(*)::int AS tickets
      FROM tickets WHERE status <> 'void' AND seat_id IS NOT NULL
      GROUP BY tenant_id, seat_id
    )
    SELECT s.tenant_id AS "tenantId", 'seats ' || s.id AS row,
      format('%s, with %s live locks and %s valid tickets', s.status,
        coalesce(live.locks, 0), coalesce(sales.tickets, 0)) AS why
    FROM seats s
    LEFT JOIN live ON live.tenant_id = s.tenant_id AND live.seat_id = s.id
    LEFT JOIN sales ON sales.tenant_id = s.tenant_id AND sales.seat_id = s.id
    WHERE coalesce(live.locks, 0) + greatest(coalesce(sales.tickets, 0), (s.status = 'sold')::int) > 1
    ORDER BY s.tenant_id, s.id LIMIT ${foundMax}`,
};
