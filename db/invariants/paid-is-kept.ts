import { type Found, foundMax, type Invariant } from './invariant';

/** Once money is captured, the buyer has tickets for every unit, or a refund has been started. */
export const paidIsKept: Invariant = {
  name: 'paid-is-kept',
  find: (tx) => tx<Found[]>`
    WITH money AS (
      SELECT tenant_id, order_id, bool_or(status = 'captured') AS kept,
        bool_or(status IN ('refund_started', 'refunded')) AS given_back
      FROM payments GROUP BY tenant_id, order_id
    ), wanted AS (
      SELECT tenant_id, order_id, sum(quantity) AS units FROM order_locks GROUP BY tenant_id, order_id
    ), items AS (
      SELECT tenant_id, order_id, sum(quantity) AS units FROM order_items GROUP BY tenant_id, order_id
    ), admitted AS (
      SELECT tenant_id, order_id, count(*) AS units FROM tickets
      WHERE status <> 'void' GROUP BY tenant_id, order_id
    )
    SELECT o.tenant_id AS "tenantId", 'orders ' || o.id AS row,
      format('%s, the money kept; opened for %s units, %s sold, %s valid tickets', o.status,
        coalesce(wanted.units, 0), coalesce(items.units, 0), coalesce(admitted.units, 0)) AS why
    FROM orders o
    LEFT JOIN money ON money.tenant_id = o.tenant_id AND money.order_id = o.id
    LEFT JOIN wanted ON wanted.tenant_id = o.tenant_id AND wanted.order_id = o.id
    LEFT JOIN items ON items.tenant_id = o.tenant_id AND items.order_id = o.id
    LEFT JOIN admitted ON admitted.tenant_id = o.tenant_id AND admitted.order_id = o.id
    -- Of money taken twice one part goes back; the other is kept, and bought something.
    WHERE (money.kept OR (o.status = 'paid' AND money.given_back IS NOT TRUE))
      AND (o.status <> 'paid' OR items.units IS NULL
        OR items.units < coalesce(wanted.units, 0)
        OR items.units IS DISTINCT FROM admitted.units)
    ORDER BY o.tenant_id, o.id LIMIT ${foundMax}`,
};
