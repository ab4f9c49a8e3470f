import { type Found, foundMax, type Invariant } from './invariant';

/** No deadline passes `locked_at + duration × (1 + max_extensions)`, plus one payment window. */
export const boundedLife: Invariant = {
  name: 'bounded-life',
  find: (tx) => tx<Found[]>`
    SELECT tenant_id AS "tenantId", 'cart_item_locks ' || id AS row,
      format('locked at %s until %s: %s ms where %s are the most, extended %s of %s times',
        locked_at, deadline, life_ms, life_ms_max, extensions, max_extensions) AS why
    FROM cart_item_locks
    CROSS JOIN LATERAL (
      SELECT greatest(expires_at, former_expires_at) AS deadline,
        duration_ms::bigint * (1 + max_extensions) + payment_window_ms AS life_ms_max
    ) terms
    CROSS JOIN LATERAL (
      SELECT round(extract(epoch FROM deadline - locked_at) * 1000)::bigint AS life_ms
    ) life
    WHERE life_ms > life_ms_max + 1 OR extensions > max_extensions
    ORDER BY tenant_id, id LIMIT ${foundMax}`,
};
