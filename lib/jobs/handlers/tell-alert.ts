import { alertById } from '@/lib/alerts/queries';
import type { Context } from '@/lib/context';
import { alertReaders } from '@/lib/mail/queries';
import { alertMail } from '@/lib/mail/service';
import { alertRaisedSchema, PermanentFailure } from '@/lib/outbox/schema';
import type { Job } from '../handler';

/**
 * An alert goes to the tenant's owners and managers, a mail each and a step each, so that one address
 * that fails does not send the others theirs again. Steps keep ids only.
 */
export const tellAlert: Job = async ({ event, step, deps }) => {
  const parsed = alertRaisedSchema.safeParse(event);
  if (!parsed.success) throw new PermanentFailure(`not a raised alert: ${parsed.error.message}`);
  const { tenantId, alertId, userId } = parsed.data.data;
  const ctx: Context = { db: deps.db, tenantId, actor: { kind: 'system' } };

  const readerIds = await step.run('load-readers', async () =>
    (await alertReaders(ctx, userId)).map(({ id }) => id),
  );
  for (const readerId of readerIds) {
    await step.run(`send-${readerId}`, async () => {
      const [reader] = await alertReaders(ctx, readerId);
      // Whoever has left the team meanwhile is not told.
      if (!reader) return { messageId: null };
      const alert = await alertById(ctx, alertId);
      if (!alert) throw new PermanentFailure(`alert ${alertId} is not there`);
      const mail = await alertMail(
        { alert, reader },
        { publicUrl: deps.publicUrl, messageKey: `${event.id}.${readerId}` },
      );
      const { messageId } = await deps.sendMail(mail);
      return { messageId };
    });
  }
  return { alertId, sent: readerIds.length };
};
