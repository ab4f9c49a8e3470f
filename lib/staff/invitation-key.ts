import { createHmac, timingSafeEqual } from 'node:crypto';

/** What an invitation's key is made of: sent anew, with a new end, it has another key. */
type Keyed = { tenantId: number; id: string; expiresAt: Date };

/**
 * The key in an invitation's link, which proves that its mail was read. Derived each time and never
 * kept: who reads the database, the outbox or a log cannot open an invitation.
 * @returns 43 characters of base64url
 */
export function invitationKey(secret: string, { tenantId, id, expiresAt }: Keyed): string {
  return createHmac('sha256', secret)
    .update(['invitation', tenantId, id, expiresAt.getTime()].join('\n'))
    .digest('base64url');
}

/** Whether the key opens the invitation; takes as long for a wrong one as for the right one. */
export function opensInvitation(secret: string, keyed: Keyed, key: string): boolean {
  const right = Buffer.from(invitationKey(secret, keyed));
  const given = Buffer.from(key);
  return given.length === right.length && timingSafeEqual(given, right);
}
