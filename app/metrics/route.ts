import { database } from '@/lib/database';
import { liveHub } from '@/lib/live/hub';
import { lockEngine } from '@/lib/locks/engine';
import { log } from '@/lib/log';
import { metrics } from '@/lib/metrics';
import { outboxOldestSeconds } from '@/lib/outbox/queries';

/** The process's figures in Prometheus' text format. */
export async function GET(): Promise<Response> {
  const { registry, queued, viewers } = metrics();
  await readOutboxAge();
  queued.set(lockEngine(database()).depth);
  viewers.set(liveHub().viewers);
  return new Response(await registry.metrics(), {
    headers: { 'content-type': registry.contentType },
  });
}

/** Figures of the process are told whether or not the database can be asked. */
async function readOutboxAge(): Promise<void> {
  const { outboxAge } = metrics();
  try {
    outboxAge.set(await outboxOldestSeconds(database()));
  } catch (error) {
    outboxAge.set(Number.NaN);
    log.warn('the outbox could not be asked for its age', { error });
  }
}
