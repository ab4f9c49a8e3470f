import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { inTenant } from '@/lib/context';
import { openSessionOf } from '@/lib/users/queries';
import type { SignedInUser } from '@/lib/users/schema';
import type { Member, Role } from './schema';

export { invitationLetter } from './invitations';

/**
 * The account as a member of the tenant's team, and whether its session is still open: one
 * statement of the database says both, as a token says neither.
 */
export async function standingOf(
  db: Db,
  tenantId: number,
  user: SignedInUser,
): Promise<{ signedIn: boolean; member: Member | null }> {
  const [row] = await inTenant({ db, tenantId, actor: { kind: 'system' } }, (ctx) =>
    ctx.db.execute<{ signedIn: boolean } & (Member | { [K in keyof Member]: null })>(sql`
      WITH ${openSessionOf(user)}
      SELECT s.user_id IS NOT NULL AS "signedIn", u.id AS "userId", u.name, u.email, m.role
      FROM (SELECT) AS always LEFT JOIN open_session s ON true
        LEFT JOIN memberships m ON m.tenant_id = ${tenantId} AND m.user_id = s.user_id
        LEFT JOIN users u ON u.id = m.user_id`),
  );
  if (!row) throw new Error('The database answered with no row where there is always one.');
  const { signedIn, userId, name, email, role } = row;
  return { signedIn, member: role === null ? null : { userId, name, email, role } };
}

/** Every team that the account is in, by the organizers' names. */
export async function teamsOf(
  db: Db,
  userId: string,
): Promise<{ slug: string; name: string; role: Role }[]> {
  return await db.execute<{ slug: string; name: string; role: Role }>(
    sql`SELECT slug, name, role FROM memberships_of_user(${userId}::uuid)`,
  );
}
