import type { JobDeps } from '@/lib/jobs/handler';
import { inngest } from '../client';

/** Removes the answers kept for repeated requests once their day is over, and old sign-ins. */
export const forgetOldKeysFunction = (deps: () => JobDeps) =>
  inngest.createFunction(
    {
      id: 'forget-old-keys',
      // Off the full hour, when everybody else's crons run.
      triggers: [{ cron: '17 * * * *' }],
      concurrency: 1,
      retries: 1,
    },
    async ({ step }) =>
      step.run('forget', async () => {
        const { forgetOldKeys, db } = deps();
        return { forgotten: await forgetOldKeys(db) };
      }),
  );
