import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { invitations } from '@/db/schema/staff';
import { memberships, users } from '@/db/schema/tenants';
import { audit } from '@/lib/audit/service';
import { type Context, inTenant } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { houseOfInvitation, openedInvitation } from './invitations';
import type { InvitationLink, Role } from './schema';

/**
 * Whoever has the mail's link and signs in with its address joins the team. Again, by the same
 * person, it changes nothing. Of an acceptance and a withdrawal at once the first counts.
 * @returns the organizer's slug
 * @throws DomainError `not_found` (also for a wrong key), `forbidden` (another address),
 * `invitation_over`.
 */
export async function acceptInvitation(
  db: Db,
  userId: string,
  link: InvitationLink,
): Promise<{ tenant: string }> {
  const tenant = await houseOfInvitation(db, link.id);
  if (!tenant) throw new DomainError('not_found');
  const ctx: Context = { db, tenantId: tenant.id, actor: { kind: 'system' } };
  await inTenant(ctx, async (inside) => {
    const invitation = await openedInvitation(inside, link);
    if (!invitation) throw new DomainError('not_found');
    const [account] = await inside.db
      .select({ name: users.name, email: users.email })
      .from(users)
      .where(eq(users.id, userId));
    if (account?.email !== invitation.email) throw new DomainError('forbidden');
    if (await take(inside, link.id)) await join(inside, userId, account.name, invitation.role);
    else if (!(await joinedBefore(inside, link.id, userId))) {
      throw new DomainError('invitation_over');
    }
  });
  return { tenant: tenant.slug };
}

/** Whether the invitation was open until now, and is this caller's. */
async function take({ db, tenantId }: Context, id: string): Promise<boolean> {
  const taken = await db
    .update(invitations)
    .set({ acceptedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(invitations.tenantId, tenantId),
        eq(invitations.id, id),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, sql`clock_timestamp()`),
      ),
    )
    .returning({ id: invitations.id });
  return taken.length > 0;
}

async function join(ctx: Context, userId: string, name: string, role: Role): Promise<void> {
  const joined = await ctx.db
    .insert(memberships)
    .values({ tenantId: ctx.tenantId, userId, role })
    .onConflictDoNothing()
    .returning({ role: memberships.role });
  if (joined.length === 0) return;
  await audit(
    { ...ctx, actor: { kind: 'staff', userId, name, role } },
    { action: 'member.joined', target: name, after: { role } },
  );
}

async function joinedBefore({ db, tenantId }: Context, id: string, userId: string) {
  const accepted = await db
    .select({ at: invitations.acceptedAt })
    .from(invitations)
    .innerJoin(memberships, eq(memberships.tenantId, invitations.tenantId))
    .where(
      and(
        eq(invitations.tenantId, tenantId),
        eq(invitations.id, id),
        eq(memberships.userId, userId),
      ),
    );
  return accepted.some(({ at }) => at !== null);
}
