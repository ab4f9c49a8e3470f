import type { StaffContext } from '@/lib/context';
import { audienceOf } from '@/lib/http/audience';
import type { StreamSink } from '@/lib/http/stream';
import { log } from '@/lib/log';
import { subscribe } from '@/lib/watch/topics';
import { alertNews } from './queries';

/** While something lasts its figures move with each reading; this often is soon enough. */
const atMostEveryMs = 1_000;
const idleEveryMs = 15_000;
/** Every other idle comment it is asked whether who listens still may. */
const idlesAnAsk = 2;

const encoder = new TextEncoder();
const comment = encoder.encode(': here\n\n');

/**
 * Writes the news of a tenant's alerts into a sink: how it stands now, and again when it changes.
 * @param still whether who listens still may, asked of the database
 * @returns how to stop. @throws DomainError `overloaded`, `unavailable`.
 */
export async function streamNews(
  sink: StreamSink,
  ctx: StaffContext,
  still: () => Promise<boolean>,
): Promise<() => void> {
  let waiting: NodeJS.Timeout | null = null;
  let idles = 0;
  const tell = async () => {
    // Who lags is told how it stands then, once what was sent is taken.
    if (sink.behind() > 0) return soon(null);
    const news = await alertNews(ctx);
    sink.write(encoder.encode(`event: alerts\ndata: ${JSON.stringify(news)}\n\n`));
  };
  const failed = (error: unknown) => log.warn('news of alerts could not be read', { error });
  const soon = (topic: string | null) => {
    if (waiting || (topic !== null && topic !== 'alerts')) return;
    waiting = setTimeout(() => {
      waiting = null;
      tell().catch(failed);
    }, atMostEveryMs).unref();
  };
  const { tenantId, actor } = ctx;
  const leaveAudience = audienceOf('news').enter({ tenantId, userId: actor.userId });
  const leave = await subscribe(tenantId, soon).catch((error: unknown) => {
    leaveAudience();
    throw error;
  });
  const idle = setInterval(() => {
    sink.write(comment);
    if (++idles % idlesAnAsk !== 0) return;
    still().then((may) => {
      if (may) return;
      stop();
      sink.end();
    }, failed);
  }, idleEveryMs).unref();
  const stop = () => {
    leaveAudience();
    leave();
    clearInterval(idle);
    if (waiting) clearTimeout(waiting);
  };
  try {
    await tell();
  } catch (error) {
    stop();
    throw error;
  }
  return stop;
}
