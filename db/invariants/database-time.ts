import { type Found, foundMax, type Invariant } from './invariant';

/**
 * Every stored time is the database's clock: what has happened did not happen later than now, and
 * nothing ended before it began.
 */
export const databaseTime: Invariant = {
  name: 'database-time',
  find: (tx) => tx<Found[]>`
    WITH happened (tenant_id, row, what, at) AS (
      SELECT tenant_id, 'cart_item_locks ' || id, 'locked', locked_at FROM cart_item_locks
      UNION ALL
      SELECT tenant_id, 'cart_item_locks ' || id, 'ended', ended_at FROM cart_item_locks
      UNION ALL SELECT tenant_id, 'orders ' || id, 'made', created_at FROM orders
      UNION ALL SELECT tenant_id, 'orders ' || id, 'paid', paid_at FROM orders
      UNION ALL SELECT tenant_id, 'orders ' || id, 'confirmed', confirmed_at FROM orders
      UNION ALL SELECT tenant_id, 'payments ' || id, 'made', created_at FROM payments
      UNION ALL SELECT tenant_id, 'tickets ' || id, 'made', created_at FROM tickets
      UNION ALL SELECT tenant_id, 'outbox ' || id, 'made', created_at FROM outbox
      UNION ALL SELECT tenant_id, 'outbox ' || id, 'sent', sent_at FROM outbox
    )
    SELECT tenant_id AS "tenantId", row,
      format('%s at %s, which is still to come', what, at) AS why
    FROM happened WHERE at > clock_timestamp()
    UNION ALL
    SELECT tenant_id, 'cart_item_locks ' || id,
      format('ended at %s, before it was locked at %s', ended_at, locked_at)
    FROM cart_item_locks WHERE ended_at < locked_at
    UNION ALL
    SELECT tenant_id, 'orders ' || id,
      format('paid at %s, before it was made at %s', paid_at, created_at)
    FROM orders WHERE paid_at < created_at
    LIMIT ${foundMax}`,
};
