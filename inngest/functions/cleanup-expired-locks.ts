import type { JobDeps } from '@/lib/jobs/handler';
import { inngest } from '../client';
import { cronEvery } from '../cron';

/** Writes locks that have run out down as ended. */
export const cleanupExpiredLocksFunction = (deps: () => JobDeps, everyMinutes: number) =>
  inngest.createFunction(
    {
      id: 'cleanup-expired-locks',
      triggers: [{ cron: cronEvery(everyMinutes) }],
      concurrency: 1,
      // The next turn does what this one could not.
      retries: 1,
    },
    async ({ step }) =>
      step.run('cleanup', () => {
        const { cleanupExpiredLocks, db } = deps();
        return cleanupExpiredLocks(db);
      }),
  );
