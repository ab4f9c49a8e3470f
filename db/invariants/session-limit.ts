import { type Found, foundMax, type Invariant } from './invariant';

/** One session never holds more live units in a tenant than its limit. */
export const sessionLimit: Invariant = {
  name: 'session-limit',
  find: (tx, { maxLocksPerSession }) => tx<Found[]>`
    SELECT l.tenant_id AS "tenantId", 'session ' || l.session_key AS row,
      format('%s live units where %s are allowed', sum(l.quantity), s.units_max) AS why
    FROM cart_item_locks l
    CROSS JOIN LATERAL (
      SELECT coalesce((
        SELECT max_locks_per_session FROM tenant_settings WHERE tenant_id = l.tenant_id
      ), ${maxLocksPerSession}::int) AS units_max
    ) s
    WHERE l.status = 'active' AND l.expires_at > now()
    GROUP BY l.tenant_id, l.session_key, s.units_max
    HAVING sum(l.quantity) > s.units_max
    ORDER BY l.tenant_id, l.session_key LIMIT ${foundMax}`,
};
