import type { Context } from '@/lib/context';
import { type NewEvent, type OutboxEvent, PermanentFailure } from '@/lib/outbox/schema';
import type { Job, JobDeps } from './handler';
import { fulfilOrder } from './handlers/fulfil-order';
import { inviteMember } from './handlers/invite-member';
import { refundPayment } from './handlers/refund-payment';
import { tellAlert } from './handlers/tell-alert';
import { storedSteps } from './steps';

const jobs: Record<NewEvent['name'], Job> = {
  'order/paid': fulfilOrder,
  'payment/refund.requested': refundPayment,
  'alert/raised': tellAlert,
  'team/invited': inviteMember,
};

/** Runs the job that an event of the outbox asks for, in this process, going on where it stopped. */
export async function runEvent(event: OutboxEvent, deps: JobDeps): Promise<void> {
  const job = Object.hasOwn(jobs, event.name) ? jobs[event.name as NewEvent['name']] : null;
  if (!job) throw new PermanentFailure(`no job for ${event.name}`);
  const ctx: Context = { db: deps.db, tenantId: event.tenantId, actor: { kind: 'system' } };
  await job({ event, step: storedSteps(ctx, event.id), deps });
}
