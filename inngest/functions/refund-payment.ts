import type { JobDeps } from '@/lib/jobs/handler';
import { refundPayment } from '@/lib/jobs/handlers/refund-payment';
import { inngest } from '../client';
import { asInngest } from '../job';

/** Gives back money that bought nothing. */
export const refundPaymentFunction = (deps: () => JobDeps) =>
  inngest.createFunction(
    {
      id: 'refund-payment',
      triggers: [{ event: 'payment/refund.requested' }],
      idempotency: 'event.data.paymentId',
      concurrency: 4,
      retries: 20,
    },
    asInngest(refundPayment, deps),
  );
