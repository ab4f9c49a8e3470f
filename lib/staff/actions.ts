'use server';

import { headers } from 'next/headers';
import { v7 as newId } from 'uuid';
import { database } from '@/lib/database';
import { DomainError } from '@/lib/errors';
import { toDomainError } from '@/lib/http/action';
import { parseValue } from '@/lib/http/body';
import { type ActionResult, problemOf } from '@/lib/http/problem';
import { limitRequestRate } from '@/lib/http/request-rate';
import { accountFromCookies } from '@/lib/users/queries';
import { acceptInvitation } from './accept';
import { type InvitationLink, invitationLinkSchema } from './schema';

/** Joins the team that the link invites to, as whoever is signed in; gives the organizer's slug. */
export async function acceptInvitationAction(
  link: InvitationLink,
): Promise<ActionResult<{ tenant: string }>> {
  try {
    const asked = await headers();
    limitRequestRate(asked, null);
    const account = await accountFromCookies(database(), asked.get('cookie'));
    if (!account) throw new DomainError('sign_in_required');
    const given = parseValue(link, invitationLinkSchema);
    return { ok: true, data: await acceptInvitation(database(), account.id, given) };
  } catch (error) {
    return { ok: false, error: problemOf(toDomainError(error), newId()) };
  }
}
