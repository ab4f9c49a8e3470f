import { Cron } from 'croner';
import { log } from '@/lib/log';
import { metrics } from '@/lib/metrics';
import { pumpOutbox, setDeliverer } from '@/lib/outbox/service';
import { runEvent } from './dispatch';
import type { JobDeps } from './handler';

export type Runner = {
  /** Starts nothing more and waits for what is under way. What does not finish is resumed later. */
  stop: () => Promise<void>;
};

const drainSeconds = 3;
const forgetSeconds = 3_600;
const countSeconds = 300;
const historySeconds = 86_400;

/**
 * Runs the jobs inside this process: the outbox every few seconds and at each poke, the cleanup of
 * expired locks every `cleanupMinutes` (fractions are kept, down to a second), that of old keys every
 * hour, the figures every five minutes and the history every day. All of them also at once, so that what a crash interrupted goes on.
 */
export function startRunner(deps: JobDeps, cleanupMinutes: number): Runner {
  setDeliverer((event) => runEvent(event, deps));
  const underWay = new Set<Promise<unknown>>();

  const every = (seconds: number, name: string, work: () => Promise<unknown>) =>
    new Cron(
      '* * * * * *',
      { interval: Math.max(1, Math.round(seconds)), protect: true, unref: true },
      async () => {
        const run = work().catch((error: unknown) => {
          metrics().jobFailures.inc({ job: name });
          log.warn('a scheduled job failed and waits for its next turn', { name, error });
        });
        underWay.add(run);
        await run;
        underWay.delete(run);
      },
    );

  const crons = [
    every(drainSeconds, 'drain-outbox', () => pumpOutbox(deps.db)),
    every(cleanupMinutes * 60, 'cleanup-expired-locks', () => deps.cleanupExpiredLocks(deps.db)),
    every(forgetSeconds, 'forget-old-keys', () => deps.forgetOldKeys(deps.db)),
    every(countSeconds, 'count-closed-hours', () => deps.countClosedHours(deps.db)),
    every(historySeconds, 'keep-history', () => deps.moveOldLocks(deps.db)),
    every(historySeconds, 'forget-viewers', () => deps.forgetViewers(deps.db)),
  ];
  return {
    async stop() {
      for (const cron of crons) cron.stop();
      setDeliverer(null);
      await Promise.all(underWay);
    },
  };
}
