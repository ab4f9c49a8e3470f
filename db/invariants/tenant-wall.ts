import { appRole } from '../client';
import { type Found, foundMax, type Invariant } from './invariant';
import { strangers } from './strangers';

/** No statement reads or writes another tenant's row: the wall stands, and no row leans over it. */
export const tenantWall: Invariant = {
  name: 'tenant-wall',
  find: async (tx) => [
    ...(await tx<Found[]>`
      SELECT NULL::int AS "tenantId", c.relname AS row,
        CASE WHEN c.relrowsecurity THEN 'no policy names the tenant for reading and writing'
          ELSE 'row-level security is off' END AS why
      FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND NOT (c.relrowsecurity AND EXISTS (
          SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*'
            AND pg_get_expr(p.polqual, p.polrelid) LIKE '%app.tenant_id%'
            AND pg_get_expr(p.polwithcheck, p.polrelid) LIKE '%app.tenant_id%'))
      ORDER BY c.relname`),
    // Policies add up: a second, permissive one opens what the first keeps closed. The directory of
    // organizers is for everybody to read.
    ...(await tx<Found[]>`
      SELECT NULL::int AS "tenantId", p.polrelid::regclass::text AS row,
        format('the policy %s lets other tenants'' rows through', p.polname) AS why
      FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
      WHERE c.relnamespace = 'public'::regnamespace AND p.polpermissive
        AND NOT (c.relname = 'tenants' AND p.polcmd = 'r') AND (
        coalesce(pg_get_expr(p.polqual, p.polrelid), 'app.tenant_id') NOT LIKE '%app.tenant_id%' OR
        coalesce(pg_get_expr(p.polwithcheck, p.polrelid), 'app.tenant_id') NOT LIKE '%app.tenant_id%')`),
    ...(await tx<Found[]>`
      SELECT NULL::int AS "tenantId", 'role ' || ${appRole} AS row, why FROM (
        SELECT 'it does not exist' AS why WHERE to_regrole(${appRole}) IS NULL
        UNION ALL
        SELECT 'row-level security does not bind it' FROM pg_roles
        WHERE rolname = ${appRole} AND (rolsuper OR rolbypassrls)
        UNION ALL
        SELECT 'it acts as the owner of ' || c.relname FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
          AND to_regrole(${appRole}) IS NOT NULL
          AND pg_has_role(to_regrole(${appRole}), c.relowner, 'MEMBER')
      ) AS found`),
    ...(await strangers(tx, foundMax)),
  ],
};
