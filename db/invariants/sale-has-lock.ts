import { type Found, foundMax, type Invariant } from './invariant';

/** A converted lock belongs to exactly one order item; a sold seat to exactly one valid ticket. */
export const saleHasLock: Invariant = {
  name: 'sale-has-lock',
  find: (tx) => tx<Found[]>`
    SELECT l.tenant_id AS "tenantId", 'cart_item_locks ' || l.id AS row,
      'converted, with ' || count(i.id) || ' order items' AS why
    FROM all_locks l
    LEFT JOIN order_items i ON i.tenant_id = l.tenant_id AND i.lock_id = l.id
    WHERE l.status = 'converted'
    GROUP BY l.tenant_id, l.id HAVING count(i.id) <> 1
    UNION ALL
    SELECT i.tenant_id, 'order_items ' || i.id,
      format('sells %s units of zone %s, seat %s; its lock is %s, for %s of zone %s, seat %s',
        i.quantity, i.zone_id, coalesce(i.seat_id::text, 'none'), l.status, l.quantity, l.zone_id,
        coalesce(l.seat_id::text, 'none'))
    FROM order_items i
    JOIN all_locks l ON l.tenant_id = i.tenant_id AND l.id = i.lock_id
    WHERE (l.status, l.event_id, l.zone_id, l.seat_id, l.quantity)
      IS DISTINCT FROM ('converted', i.event_id, i.zone_id, i.seat_id, i.quantity)
    UNION ALL
    SELECT s.tenant_id, 'seats ' || s.id, s.status || ', with ' || count(t.id) || ' valid tickets'
    FROM seats s
    LEFT JOIN tickets t ON t.tenant_id = s.tenant_id AND t.seat_id = s.id AND t.status <> 'void'
    GROUP BY s.tenant_id, s.id, s.status HAVING count(t.id) <> (s.status = 'sold')::int
    UNION ALL
    SELECT t.tenant_id, 'tickets ' || t.id,
      format('is for zone %s, seat %s; its order item sells zone %s, seat %s', t.zone_id,
        coalesce(t.seat_id::text, 'none'), i.zone_id, coalesce(i.seat_id::text, 'none'))
    FROM tickets t
    JOIN order_items i ON i.tenant_id = t.tenant_id AND i.id = t.order_item_id
    WHERE (t.order_id, t.event_id, t.zone_id, t.seat_id)
      IS DISTINCT FROM (i.order_id, i.event_id, i.zone_id, i.seat_id)
    LIMIT ${foundMax}`,
};
