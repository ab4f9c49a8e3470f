import type { JobDeps } from '@/lib/jobs/handler';
import { inngest } from '../client';

/** Moves old locks to the history of their month, and forgets who looked at events. */
export const keepHistoryFunction = (deps: () => JobDeps) =>
  inngest.createFunction(
    {
      id: 'keep-history',
      // While few buy, and off the full hour.
      triggers: [{ cron: '23 3 * * *' }],
      concurrency: 1,
      retries: 1,
    },
    async ({ step }) => {
      // Neither waits for the other, which may fail.
      const [moved, forgotten] = await Promise.all([
        step.run('move-old-locks', () => deps().moveOldLocks(deps().db)),
        step.run('forget-viewers', () => deps().forgetViewers(deps().db)),
      ]);
      return { moved, forgotten };
    },
  );
