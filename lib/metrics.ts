import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { processWide } from './process-wide';

function create() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'butaca_http_request_seconds',
      help: 'Time to answer a REST request.',
      labelNames: ['endpoint', 'status'] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    batches: new Histogram({
      name: 'butaca_lock_batch_claims',
      help: 'Claims written together in one transaction.',
      buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
      registers,
    }),
    claims: new Counter({
      name: 'butaca_lock_claims_total',
      help: 'Claims by outcome: locked, or the code they were refused with.',
      labelNames: ['outcome'] as const,
      registers,
    }),
    lockLatency: new Histogram({
      name: 'butaca_lock_claim_seconds',
      help: 'Time from asking for a lock to its answer: the wait for the batch, and the batch.',
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    conflicts: new Counter({
      name: 'butaca_lock_conflicts_total',
      help: 'Seats and places that could not be had, by reason.',
      labelNames: ['reason'] as const,
      registers,
    }),
    expired: new Counter({
      name: 'butaca_locks_expired_total',
      help: 'Locks written down as ended by a sweep: their time ran out, or their tab was closed.',
      labelNames: ['reason'] as const,
      registers,
    }),
    takeovers: new Counter({
      name: 'butaca_lock_takeovers_total',
      help: 'Locks that had run out and were ended by a claim on the same place, before any sweep.',
      registers,
    }),
    streamLag: new Histogram({
      name: 'butaca_live_lag_seconds',
      help: 'Time from a change in the database to its being told to viewers.',
      buckets: [0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5],
      registers,
    }),
    outboxAge: new Gauge({
      name: 'butaca_outbox_oldest_seconds',
      help: 'How long the oldest event that was not delivered yet has waited.',
      registers,
    }),
    jobFailures: new Counter({
      name: 'butaca_job_failures_total',
      help: 'Runs of jobs that failed; most are tried again.',
      labelNames: ['job'] as const,
      registers,
    }),
    queued: new Gauge({ name: 'butaca_lock_queue_claims', help: 'Claims waiting.', registers }),
    viewers: new Gauge({ name: 'butaca_live_viewers', help: 'Open live streams.', registers }),
  };
}

/** The process's figures in the Prometheus registry. */
export function metrics(): ReturnType<typeof create> {
  return processWide('metrics', create);
}

export function countRequest(endpoint: string, status: number, ms: number): void {
  metrics().requests.observe({ endpoint, status: String(status) }, ms / 1000);
}
