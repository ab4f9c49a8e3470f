import { type Found, foundMax, type Invariant } from './invariant';

/** In a general-admission zone, sold + live units never exceed capacity. */
export const capacity: Invariant = {
  name: 'capacity',
  find: (tx) => tx<Found[]>`
    SELECT z.tenant_id AS "tenantId", 'zones ' || z.id AS row,
      format('%s sold and %s held of a capacity of %s', z.sold, held.units, z.capacity) AS why
    FROM zones z
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(l.quantity), 0)::int AS units FROM cart_item_locks l
      WHERE l.tenant_id = z.tenant_id AND l.zone_id = z.id
        AND l.status = 'active' AND l.expires_at > now()
    ) held
    WHERE z.kind = 'general' AND z.sold + held.units > z.capacity
    ORDER BY z.tenant_id, z.id LIMIT ${foundMax}`,
};
