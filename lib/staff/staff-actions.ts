'use server';

import { DomainError } from '@/lib/errors';
import { parseValue } from '@/lib/http/body';
import type { ActionResult } from '@/lib/http/problem';
import { staffAction } from '@/lib/http/staff';
import { idSchema } from '@/lib/uuid';
import { invite, resendInvitation, withdrawInvitation } from './invite';
import { type Invite, inviteSchema, type RoleChange, roleChangeSchema } from './schema';
import { changeRole, removeMember } from './service';

/** Asks somebody to join the team, by mail. */
export async function inviteAction(
  tenant: string,
  input: Invite,
): Promise<ActionResult<{ id: string }>> {
  return staffAction(tenant, 'team.change', (ctx) => invite(ctx, parseValue(input, inviteSchema)));
}

/** Sends an invitation anew. */
export async function resendInvitationAction(
  tenant: string,
  id: string,
): Promise<ActionResult<void>> {
  return staffAction(tenant, 'team.change', (ctx) =>
    resendInvitation(ctx, parseValue(id, idSchema)),
  );
}

/** Takes an invitation back. */
export async function withdrawInvitationAction(
  tenant: string,
  id: string,
): Promise<ActionResult<void>> {
  return staffAction(tenant, 'team.change', (ctx) =>
    withdrawInvitation(ctx, parseValue(id, idSchema)),
  );
}

/** Gives a member another role. */
export async function changeRoleAction(
  tenant: string,
  input: RoleChange,
): Promise<ActionResult<void>> {
  return staffAction(tenant, 'team.change', (ctx) =>
    changeRole(ctx, parseValue(input, roleChangeSchema)),
  );
}

/** Takes somebody off the team. */
export async function removeMemberAction(
  tenant: string,
  userId: string,
): Promise<ActionResult<void>> {
  return staffAction(tenant, 'team.change', (ctx) =>
    removeMember(ctx, parseValue(userId, idSchema)),
  );
}

/**
 * Leaves the team: open to every role.
 * @param userId the reader's own, as their page has it: it is nobody else who leaves
 */
export async function leaveTeamAction(tenant: string, userId: string): Promise<ActionResult<void>> {
  return staffAction(tenant, 'events.see', (ctx) => {
    const id = parseValue(userId, idSchema);
    if (id !== ctx.actor.userId) throw new DomainError('forbidden');
    return removeMember(ctx, id);
  });
}
