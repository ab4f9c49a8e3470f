'use server';

import { headers } from 'next/headers';
import { database } from '@/lib/database';
import { DomainError } from '@/lib/errors';
import { startRequest, toDomainError } from '@/lib/http/action';
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
  const request = startRequest('acceptInvitation', null);
  try {
    const asked = await headers();
    limitRequestRate(asked, null);
    const account = await accountFromCookies(database(), asked.get('cookie'));
    if (!account) throw new DomainError('sign_in_required');
    const given = parseValue(link, invitationLinkSchema);
    const data = await acceptInvitation(database(), account.id, given);
    return request.ended({ ok: true, data });
  } catch (error) {
    const problem = problemOf(toDomainError(error), request.requestId);
    return request.ended({ ok: false, error: problem });
  }
}
