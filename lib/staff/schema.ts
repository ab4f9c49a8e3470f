import { z } from 'zod';
import { emailSchema } from '@/lib/users/schema';
import { idSchema } from '@/lib/uuid';

export const roles = ['owner', 'manager', 'box_office', 'scanner'] as const;
export type Role = (typeof roles)[number];

/** What a page or an action needs; `policy.ts` says which role has it. */
export const permissions = [
  'events.see',
  'locks.see',
  'locks.release',
  'sources.cool',
  'analytics.see',
  'alerts.see',
  'alerts.handle',
  'alerts.rules',
  'settings.see',
  'settings.change',
  'team.see',
  'team.change',
  'audit.see',
] as const;
export type Permission = (typeof permissions)[number];

/** A member of an organizer's team, as the database has it now. */
export type Member = { userId: string; name: string; email: string; role: Role };

/** How long a link in an invitation's mail opens. */
export const invitationDays = 7;
/** Invitations of an organizer that wait for an answer, at most. */
export const openInvitationsMax = 50;
/** Invitation mails of an organizer in any hour, at most. */
export const invitationMailsPerHour = 20;

export const roleSchema = z.enum(roles);

export const inviteSchema = z.strictObject({
  email: emailSchema,
  role: roleSchema,
  /** The language that the mail is written in. */
  locale: z.enum(['es', 'en']),
});
export type Invite = z.infer<typeof inviteSchema>;

export const roleChangeSchema = z.strictObject({ userId: idSchema, role: roleSchema });
export type RoleChange = z.infer<typeof roleChangeSchema>;

/** What opens an invitation: the parts of the mail's link. */
export const invitationLinkSchema = z.strictObject({ id: idSchema, key: z.string().max(100) });
export type InvitationLink = z.infer<typeof invitationLinkSchema>;

/** Why an invitation was not sent; `admin.team.refused` has the words. */
export type InviteRefusal = 'already_invited' | 'open_invitations' | 'mails_per_hour';

/** All that the mail of an invitation says. */
export type InvitationLetter = {
  id: string;
  key: string;
  email: string;
  role: Role;
  locale: 'es' | 'en';
  /** Null: their account is gone. */
  inviter: string | null;
  expiresAt: Date;
  tenant: { name: string; timeZone: string };
};
