import { and, eq, sql } from 'drizzle-orm';
import { memberships, users } from '@/db/schema/tenants';
import { audit } from '@/lib/audit/service';
import { inTenant, type StaffContext } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { asOwner, lockOwners } from './owners';
import type { Member, RoleChange } from './schema';

/**
 * Gives a member another role, from their next click on. The same role again changes nothing.
 * @throws DomainError `forbidden`, `not_found`, `last_owner`.
 */
export async function changeRole(ctx: StaffContext, { userId, role }: RoleChange): Promise<void> {
  await asOwner(ctx, async (inside, owners) => {
    const member = await lockMember(inside, userId);
    if (member.role === role) return;
    if (role !== 'owner') keepAnOwner(owners, userId);
    await inside.db.update(memberships).set({ role }).where(isMember(inside, userId));
    if (member.role === 'owner') await withdrawInvitationsOf(inside, userId);
    await audit(inside, {
      action: 'member.role_changed',
      target: nameOf(member),
      before: { role: member.role },
      after: { role },
    });
  });
}

/**
 * Takes a member off the team: an owner anybody, everybody themselves.
 * @throws DomainError `forbidden`, `not_found`, `last_owner`.
 */
export async function removeMember(ctx: StaffContext, userId: string): Promise<void> {
  const remove = async (inside: StaffContext, owners: string[]) => {
    const member = await lockMember(inside, userId);
    keepAnOwner(owners, userId);
    await inside.db.delete(memberships).where(isMember(inside, userId));
    await withdrawInvitationsOf(inside, userId);
    await audit(inside, {
      action: 'member.removed',
      target: nameOf(member),
      before: { role: member.role },
    });
  };
  if (userId !== ctx.actor.userId) await asOwner(ctx, remove);
  else await inTenant(ctx, async (inside) => remove(inside, await lockOwners(inside)));
}

/** Whoever may not invite any more has invited nobody: a second address would be a way back in. */
async function withdrawInvitationsOf({ db, tenantId }: StaffContext, userId: string) {
  await db.execute(sql`
    UPDATE invitations SET revoked_at = clock_timestamp()
    WHERE tenant_id = ${tenantId} AND invited_by = ${userId}
      AND accepted_at IS NULL AND revoked_at IS NULL`);
}

/** @throws DomainError `last_owner`: a house without an owner could never have one again. */
function keepAnOwner(owners: string[], leaving: string): void {
  if (owners.length === 1 && owners[0] === leaving) throw new DomainError('last_owner');
}

const isMember = ({ tenantId }: StaffContext, userId: string) =>
  and(eq(memberships.tenantId, tenantId), eq(memberships.userId, userId));

async function lockMember(ctx: StaffContext, userId: string): Promise<Member> {
  const [member] = await ctx.db
    .select({ userId: users.id, name: users.name, email: users.email, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(isMember(ctx, userId))
    .for('update', { of: memberships });
  if (!member) throw new DomainError('not_found');
  return member;
}

const nameOf = ({ name, email }: Member) => `${name} <${email}>`;
