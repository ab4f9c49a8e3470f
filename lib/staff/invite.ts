import { and, count, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { invitations } from '@/db/schema/staff';
import { memberships, users } from '@/db/schema/tenants';
import { audit } from '@/lib/audit/service';
import type { StaffContext } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { pokeOutbox } from '@/lib/outbox/service';
import { sendInvitation } from './invitation-mails';
import { asOwner } from './owners';
import { type Invite, type InviteRefusal, invitationDays, openInvitationsMax } from './schema';

const now = sql`clock_timestamp()`;
const inAWeek = sql`clock_timestamp() + make_interval(days => ${invitationDays})`;

/** What waits for an answer; past its time it still may be sent anew. */
const unanswered = ({ tenantId }: StaffContext) =>
  and(
    eq(invitations.tenantId, tenantId),
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
  );

/**
 * Asks somebody to join the team, by mail. An invitation of theirs that ran out gives way.
 * @throws DomainError `forbidden`, `already_member`, `rate_limited`, and `invalid_request` with
 * `reason`: an `InviteRefusal`.
 */
export async function invite(ctx: StaffContext, input: Invite): Promise<{ id: string }> {
  const id = await asOwner(ctx, async (inside) => {
    const { db, tenantId, actor } = inside;
    await refuseMembers(inside, input.email);
    await db
      .update(invitations)
      .set({ revokedAt: now })
      .where(
        and(
          unanswered(inside),
          eq(invitations.email, input.email),
          lte(invitations.expiresAt, now),
        ),
      );
    await keepToLimit(inside);
    const [made] = await db
      .insert(invitations)
      .values({ tenantId, id: newId(), ...input, invitedBy: actor.userId, expiresAt: inAWeek })
      .onConflictDoNothing()
      .returning({ id: invitations.id });
    if (!made) throw refusal('already_invited');
    await sendInvitation(inside, made.id);
    const { email, role } = input;
    await audit(inside, { action: 'member.invited', target: email, after: { role } });
    return made.id;
  });
  pokeOutbox();
  return { id };
}

/**
 * Sends an invitation anew with a week's time; the link of the mail before opens no more.
 * @throws DomainError `forbidden`, `not_found`, `invitation_over`, `rate_limited`.
 */
export async function resendInvitation(ctx: StaffContext, id: string): Promise<void> {
  await asOwner(ctx, async (inside) => {
    const { email, role } = await change(inside, id, { expiresAt: inAWeek });
    await sendInvitation(inside, id);
    await audit(inside, { action: 'invitation.resent', target: email, after: { role } });
  });
  pokeOutbox();
}

/**
 * Takes an invitation back: its link opens no more.
 * @throws DomainError `forbidden`, `not_found`, `invitation_over`.
 */
export async function withdrawInvitation(ctx: StaffContext, id: string): Promise<void> {
  await asOwner(ctx, async (inside) => {
    const { email, role } = await change(inside, id, { revokedAt: now });
    await audit(inside, { action: 'invitation.withdrawn', target: email, before: { role } });
  });
}

/** Changes an invitation that nobody has answered: one statement, whoever else is at it. */
async function change(
  ctx: StaffContext,
  id: string,
  to: { expiresAt: typeof now } | { revokedAt: typeof now },
): Promise<{ email: string; role: string }> {
  const { email, role } = invitations;
  const [changed] = await ctx.db
    .update(invitations)
    .set(to)
    .where(and(unanswered(ctx), eq(invitations.id, id)))
    .returning({ email, role });
  if (changed) return changed;
  const [there] = await ctx.db
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(eq(invitations.tenantId, ctx.tenantId), eq(invitations.id, id)));
  throw new DomainError(there ? 'invitation_over' : 'not_found');
}

async function refuseMembers({ db, tenantId }: StaffContext, email: string): Promise<void> {
  const members = await db
    .select({ id: users.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.tenantId, tenantId), eq(users.email, email)));
  if (members.length > 0) throw new DomainError('already_member');
}

async function keepToLimit(ctx: StaffContext): Promise<void> {
  const [open] = await ctx.db
    .select({ count: count() })
    .from(invitations)
    .where(and(unanswered(ctx), gt(invitations.expiresAt, now)));
  if (open && open.count >= openInvitationsMax) throw refusal('open_invitations');
}

const messages: Record<Exclude<InviteRefusal, 'mails_per_hour'>, string> = {
  already_invited: 'This address has an open invitation: send it anew, or withdraw it.',
  open_invitations: `No more than ${openInvitationsMax} invitations may be open at once.`,
};

function refusal(reason: keyof typeof messages): DomainError {
  const errors = [{ path: 'email', message: messages[reason] }];
  return new DomainError('invalid_request', { reason, errors });
}
