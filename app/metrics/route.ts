import { database } from '@/lib/database';
import { liveHub } from '@/lib/live/hub';
import { lockEngine } from '@/lib/locks/engine';
import { metrics } from '@/lib/metrics';

/** The process's figures in Prometheus' text format. */
export async function GET(): Promise<Response> {
  const { registry, queued, viewers } = metrics();
  queued.set(lockEngine(database()).depth);
  viewers.set(liveHub().viewers);
  return new Response(await registry.metrics(), {
    headers: { 'content-type': registry.contentType },
  });
}
