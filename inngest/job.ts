import { NonRetriableError } from 'inngest';
import type { Job, JobDeps, JobEvent, Json, Step } from '@/lib/jobs/handler';
import { metrics } from '@/lib/metrics';
import { PermanentFailure } from '@/lib/outbox/schema';

/** The part of Inngest's own context that jobs use. */
type Invocation = {
  event: { id?: string | undefined; name: string; data: unknown };
  runId: string;
  step: { run(id: string, work: () => Promise<unknown>): Promise<unknown> };
};

/** A plain job as an Inngest handler: its steps are Inngest's, its permanent failures final. */
export function asInngest(job: Job, deps: () => JobDeps) {
  return async ({ event, runId, step }: Invocation): Promise<Json> => {
    const steps: Step = {
      // Inngest keeps a step's result as JSON, and `Json` is what JSON gives back unchanged.
      run: <T extends Json>(id: string, work: () => Promise<T>) =>
        step.run(id, () => finalIfPermanent(work)) as Promise<T>,
    };
    return finalIfPermanent(async () => {
      try {
        return await job({ event: jobEvent(event, runId), step: steps, deps: deps() });
      } catch (error) {
        if (error instanceof Error) metrics().jobFailures.inc({ job: event.name });
        throw error;
      }
    });
  };
}

/** An event sent by hand, from Inngest's own page, may have no id. */
function jobEvent({ id, name, data }: Invocation['event'], runId: string): JobEvent {
  return { id: id ?? runId, name, data: (data ?? {}) as JobEvent['data'] };
}

async function finalIfPermanent<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PermanentFailure) {
      throw new NonRetriableError(error.message, { cause: error });
    }
    throw error;
  }
}
