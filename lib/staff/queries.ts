import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { inTenant } from '@/lib/context';
import type { User } from '@/lib/users/schema';
import type { Member, Role } from './schema';

/**
 * The account as a member of the tenant's team, by the database: a token alone says nothing of it.
 * @returns null for everybody else.
 */
export async function memberOf(db: Db, tenantId: number, user: User): Promise<Member | null> {
  const [member] = await inTenant({ db, tenantId, actor: { kind: 'system' } }, (ctx) =>
    ctx.db.execute<Member>(sql`
      SELECT u.id AS "userId", u.name, u.email, m.role
      FROM memberships m JOIN users u ON u.id = m.user_id
      WHERE m.tenant_id = ${tenantId} AND m.user_id = ${user.id}`),
  );
  return member ?? null;
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
