import type { Context } from '@/lib/context';
import { invitationMail } from '@/lib/mail/service';
import { PermanentFailure, teamInvitedSchema } from '@/lib/outbox/schema';
import { invitationLetter } from '@/lib/staff/queries';
import type { Job } from '../handler';

/**
 * Writes to whoever is invited. The link's key is made for the mail alone: no event, no step and no
 * log holds it. What was answered, withdrawn or ran out before its turn is not written of.
 */
export const inviteMember: Job = async ({ event, step, deps }) => {
  const parsed = teamInvitedSchema.safeParse(event);
  if (!parsed.success) throw new PermanentFailure(`not an invitation: ${parsed.error.message}`);
  const { tenantId, invitationId } = parsed.data.data;
  const ctx: Context = { db: deps.db, tenantId, actor: { kind: 'system' } };

  const { sent } = await step.run('send-invitation', async () => {
    const letter = await invitationLetter(ctx, invitationId);
    if (!letter) return { sent: false };
    const { publicUrl } = deps;
    await deps.sendMail(await invitationMail(letter, { publicUrl, messageKey: event.id }));
    return { sent: true };
  });
  return { invitationId, sent };
};
