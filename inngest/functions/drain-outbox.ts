import type { JobDeps } from '@/lib/jobs/handler';
import { drainOutbox } from '@/lib/outbox/service';
import { deliverToInngest, inngest } from '../client';

/** Sends what the outbox still holds: what was enqueued while Inngest or this app was away. */
export const drainOutboxFunction = (deps: () => JobDeps) =>
  inngest.createFunction(
    {
      id: 'drain-outbox',
      triggers: [{ cron: '* * * * *' }],
      concurrency: 1,
      retries: 1,
    },
    async ({ step }) => step.run('drain', () => drainOutbox(deps().db, deliverToInngest)),
  );
