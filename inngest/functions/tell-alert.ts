import type { JobDeps } from '@/lib/jobs/handler';
import { tellAlert } from '@/lib/jobs/handlers/tell-alert';
import { inngest } from '../client';
import { asInngest } from '../job';

/** Tells the team of an alert by mail. After some hours it is no news any more. */
export const tellAlertFunction = (deps: () => JobDeps) =>
  inngest.createFunction(
    {
      id: 'tell-alert',
      triggers: [{ event: 'alert/raised' }],
      idempotency: 'event.data.alertId',
      concurrency: [{ limit: 10 }, { limit: 4, key: 'event.data.tenantId' }],
      retries: 10,
    },
    asInngest(tellAlert, deps),
  );
