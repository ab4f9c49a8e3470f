import type { JobDeps } from '@/lib/jobs/handler';
import { fulfilOrder } from '@/lib/jobs/handlers/fulfil-order';
import { inngest } from '../client';
import { asInngest } from '../job';

/** Confirms each paid order once. Twenty attempts reach over about a day without a mail server. */
export const fulfilOrderFunction = (deps: () => JobDeps) =>
  inngest.createFunction(
    {
      id: 'fulfil-order',
      triggers: [{ event: 'order/paid' }],
      idempotency: 'event.data.orderId',
      // A mail server has its limits, and one organizer's on-sale must not keep the others waiting.
      concurrency: [{ limit: 10 }, { limit: 4, key: 'event.data.tenantId' }],
      retries: 20,
    },
    asInngest(fulfilOrder, deps),
  );
