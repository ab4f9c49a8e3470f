import type { JobDeps } from '@/lib/jobs/handler';
import { inngest } from '../client';

/** Counts the locks of the hours that are over into the figures of their days. */
export const countClosedHoursFunction = (deps: () => JobDeps) =>
  inngest.createFunction(
    {
      id: 'count-closed-hours',
      // Between the sweeps, which write down what the hour's carts came to.
      triggers: [{ cron: '3-59/5 * * * *' }],
      concurrency: 1,
      // The next turn does what this one could not.
      retries: 1,
    },
    async ({ step }) =>
      step.run('count', async () => {
        const { countClosedHours, db } = deps();
        return { slices: await countClosedHours(db) };
      }),
  );
