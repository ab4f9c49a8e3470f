import { PermanentFailure, refundRequestedSchema } from '@/lib/outbox/schema';
import type { Job } from '../handler';

/** Gives captured money back through the provider that took it. */
export const refundPayment: Job = async ({ event, step, deps }) => {
  const parsed = refundRequestedSchema.safeParse(event);
  if (!parsed.success) throw new PermanentFailure(`not a refund request: ${parsed.error.message}`);
  const { tenantId, paymentId } = parsed.data.data;
  await step.run('refund', async () => {
    await deps.refundPayment({ db: deps.db, tenantId, actor: { kind: 'system' } }, paymentId);
    return null;
  });
  return { paymentId };
};
