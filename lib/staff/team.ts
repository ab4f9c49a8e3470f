import { asc, eq } from 'drizzle-orm';
import { memberships, users } from '@/db/schema/tenants';
import { type Context, inTenant } from '@/lib/context';
import { type Role, roles } from './schema';

export type TeamMember = { userId: string; name: string; email: string; role: Role; since: Date };

/** Everybody on the team: owners first, then by role and name. */
export async function teamMembers(ctx: Context): Promise<TeamMember[]> {
  const members = await inTenant(ctx, ({ db, tenantId }) =>
    db
      .select({
        userId: users.id,
        name: users.name,
        email: users.email,
        role: memberships.role,
        since: memberships.createdAt,
      })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(eq(memberships.tenantId, tenantId))
      .orderBy(asc(users.name), asc(users.id)),
  );
  return members.toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
}
