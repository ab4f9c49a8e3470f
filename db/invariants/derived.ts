import { type Found, foundMax, type Invariant } from './invariant';

/** `zones.sold`, the one counter, is what its tickets come to. */
export const derived: Invariant = {
  name: 'derived',
  find: (tx) => tx<Found[]>`
    SELECT z.tenant_id AS "tenantId", 'zones ' || z.id AS row,
      format('counts %s sold; %s valid tickets', z.sold, count(t.id)) AS why
    FROM zones z
    LEFT JOIN tickets t ON t.tenant_id = z.tenant_id AND t.zone_id = z.id AND t.status <> 'void'
    GROUP BY z.tenant_id, z.id, z.sold HAVING count(t.id) <> z.sold
    ORDER BY z.tenant_id, z.id LIMIT ${foundMax}`,
};
