import { deliverToInngest } from './inngest/client';
import { startWatcher } from './lib/alerts/service';
import { flushViews } from './lib/analytics/views';
import { config } from './lib/config';
import { database } from './lib/database';
import { jobDeps } from './lib/jobs/deps';
import { startRunner } from './lib/jobs/runner';
import { setDeliverer } from './lib/outbox/service';
import { flushRequests } from './lib/request-log';

export { hangLiveDoor } from './app/sales/events/[id]/live/door';

/** Looks for what alerts tell of, in every process, whoever runs the jobs. */
export function startAlerts(): void {
  const watcher = startWatcher(database());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void watcher.stop());
  }
}

/**
 * What of the log waits is written before the process ends. The outbox goes to Inngest where that is configured, else to a runner inside this process. The
 * one place outside `app/api/inngest` that knows both, because it wires them.
 */
export function startJobs(): void {
  process.once('exit', flushRequests);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void flushViews(database()));
  }
  if (config().inngest.enabled) {
    setDeliverer(deliverToInngest);
    return;
  }
  const runner = startRunner(jobDeps(), config().cleanupIntervalMinutes);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void runner.stop());
  }
}
