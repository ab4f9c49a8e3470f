import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { invitations } from '@/db/schema/staff';
import { tenants, users } from '@/db/schema/tenants';
import { config } from '@/lib/config';
import { type Context, inTenant } from '@/lib/context';
import { invitationKey, opensInvitation } from './invitation-key';
import type { InvitationLetter, InvitationLink } from './schema';

const house = {
  id: tenants.id,
  slug: tenants.slug,
  name: tenants.name,
  accent: tenants.accent,
  timeZone: tenants.timeZone,
};

/** The organizer who invites: asked before any tenant is known. */
export async function houseOfInvitation(db: Db, id: string) {
  const [row] = await db
    .select(house)
    .from(tenants)
    .where(eq(tenants.id, sql`tenant_of_invitation(${id}::uuid)`));
  return row ?? null;
}

/** The tenant's invitations, with who wrote them, the newest first. Inside `inTenant`. */
function read({ db, tenantId }: Context, which: SQL | undefined) {
  return db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      locale: invitations.locale,
      inviter: users.name,
      expiresAt: invitations.expiresAt,
      over: sql<boolean>`${invitations.expiresAt} <= clock_timestamp()`,
      acceptedAt: invitations.acceptedAt,
      revokedAt: invitations.revokedAt,
      tenant: { name: tenants.name, timeZone: tenants.timeZone },
    })
    .from(invitations)
    .innerJoin(tenants, eq(tenants.id, invitations.tenantId))
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(and(eq(invitations.tenantId, tenantId), which))
    .orderBy(desc(invitations.createdAt), desc(invitations.id));
}

/** Every invitation that nobody has answered, also those past their time. */
export function unansweredInvitations(ctx: Context) {
  return inTenant(ctx, (inside) =>
    read(inside, and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt))),
  );
}

/** The invitation that a link opens, whatever became of it; null for a wrong key. */
export function openedInvitation(ctx: Context, { id, key }: InvitationLink) {
  return inTenant(ctx, async (inside) => {
    const [invitation] = await read(inside, eq(invitations.id, id));
    if (!invitation) return null;
    const keyed = { tenantId: ctx.tenantId, id, expiresAt: invitation.expiresAt };
    return opensInvitation(config().authSecret, keyed, key) ? invitation : null;
  });
}
export type OpenedInvitation = NonNullable<Awaited<ReturnType<typeof openedInvitation>>>;

/** What the mail of an open invitation says; null for any other. */
export async function invitationLetter(ctx: Context, id: string): Promise<InvitationLetter | null> {
  const [invitation] = await inTenant(ctx, (inside) => read(inside, eq(invitations.id, id)));
  if (!invitation) return null;
  const { over, acceptedAt, revokedAt, ...letter } = invitation;
  if (over || acceptedAt || revokedAt) return null;
  const keyed = { tenantId: ctx.tenantId, id, expiresAt: letter.expiresAt };
  const key = invitationKey(config().authSecret, keyed);
  return { ...letter, key };
}
