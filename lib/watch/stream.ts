import { audienceOf } from '@/lib/http/audience';
import { type StreamSink, streamResponse } from '@/lib/http/stream';
import { log } from '@/lib/log';
import type { WatchHub } from './hub';
import { Reader } from './reader';

/** How often it is asked whether who looks may still look. */
const askEveryMs = 20_000;

export type Watching = {
  hub: WatchHub;
  tenantId: number;
  /** Who looks. */
  userId: string;
  /** Whether who looks still may: asked of the database now and then. A throw is no answer. */
  still: () => Promise<boolean>;
};

/**
 * Writes a house's live locks into a sink: a snapshot, then what changes, until the reader goes or
 * may look no longer. @returns how to stop. @throws DomainError `overloaded`, `unavailable`.
 */
export async function streamHouse(sink: StreamSink, watching: Watching): Promise<() => void> {
  const { hub, tenantId, userId, still } = watching;
  let timer: NodeJS.Timeout | undefined;
  const leaveAudience = audienceOf('live locks').enter({ tenantId, userId });
  let leave = () => {};
  const stop = () => {
    clearInterval(timer);
    leaveAudience();
    leave();
  };
  const end = () => {
    stop();
    sink.end();
  };
  try {
    leave = await hub.subscribe(tenantId, (house) => new Reader(house, sink, end));
  } catch (error) {
    leaveAudience();
    throw error;
  }
  timer = setInterval(() => {
    still().then(
      (may) => may || end(),
      (error: unknown) => log.warn('who watches could not be checked', { error }),
    );
  }, askEveryMs).unref();
  return stop;
}

/** The stream as a web response. @throws as `streamHouse`. */
export function watchResponse(signal: AbortSignal, watching: Watching): Promise<Response> {
  return streamResponse(signal, (sink) => streamHouse(sink, watching));
}
