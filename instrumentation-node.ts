import { deliverToInngest } from './inngest/client';
import { config } from './lib/config';
import { jobDeps } from './lib/jobs/deps';
import { startRunner } from './lib/jobs/runner';
import { setDeliverer } from './lib/outbox/service';
import { flushRequests } from './lib/request-log';

export { hangLiveDoor } from './app/sales/events/[id]/live/door';

/**
 * What of the log waits is written before the process ends. The outbox goes to Inngest where that is configured, else to a runner inside this process. The
 * one place outside `app/api/inngest` that knows both, because it wires them.
 */
export function startJobs(): void {
  process.once('exit', flushRequests);
  if (config().inngest.enabled) {
    setDeliverer(deliverToInngest);
    return;
  }
  const runner = startRunner(jobDeps(), config().cleanupIntervalMinutes);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void runner.stop());
  }
}
