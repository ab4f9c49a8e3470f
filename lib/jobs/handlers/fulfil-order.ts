import type { Context } from '@/lib/context';
import { confirmationOf } from '@/lib/mail/queries';
import { confirmationMail, markConfirmed } from '@/lib/mail/service';
import { orderPaidSchema, PermanentFailure } from '@/lib/outbox/schema';
import type { Job } from '../handler';

/**
 * After a sale: the confirmation with its tickets goes to the buyer, and the order says so.
 * Steps keep ids only, never a buyer's name or address: their results are stored, and shown to
 * whoever watches the jobs.
 */
export const fulfilOrder: Job = async ({ event, step, deps }) => {
  const parsed = orderPaidSchema.safeParse(event);
  if (!parsed.success) throw new PermanentFailure(`not a paid order: ${parsed.error.message}`);
  const { tenantId, orderId } = parsed.data.data;
  const ctx: Context = { db: deps.db, tenantId, actor: { kind: 'system' } };
  const loaded = async () => {
    const order = await confirmationOf(ctx, orderId);
    if (!order) throw new PermanentFailure(`order ${orderId} is not there`);
    return order;
  };

  const { due } = await step.run('load-order', async () => {
    const order = await loaded();
    return { due: order.status === 'paid' && order.confirmedAt === null };
  });
  if (!due) return { orderId, sent: false };

  await step.run('send-confirmation', async () => {
    const mail = await confirmationMail(await loaded(), {
      publicUrl: deps.publicUrl,
      messageKey: event.id,
    });
    const { messageId } = await deps.sendMail(mail);
    return { messageId };
  });

  await step.run('mark-confirmed', async () => {
    await markConfirmed(ctx, orderId);
    return null;
  });
  return { orderId, sent: true };
};
