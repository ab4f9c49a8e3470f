import { DomainError } from '@/lib/errors';
import type { LiveHub } from './hub';
import { type StreamSink, Viewer } from './viewer';

/** What a stream is of. `cart`: tag of the reader's own cart, which it hears of too. */
export type Watched = { tenantId: number; eventId: string; cart: string | null };

/** Streams of one process. */
const viewersMax = 20_000;

export const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

/**
 * Writes an event's stream into a sink: a snapshot, then what changes, and a comment now and then.
 * @returns how to stop, for when the reader has gone.
 * @throws DomainError `event_not_found`, `unavailable`, `overloaded`; nothing was written then.
 */
export async function streamTo(
  sink: StreamSink,
  hub: LiveHub,
  { tenantId, eventId, cart }: Watched,
): Promise<() => void> {
  if (hub.viewers >= viewersMax) throw new DomainError('overloaded');
  let stop = () => {};
  stop = await hub.subscribe(tenantId, eventId, new Viewer(sink, () => stop()), cart);
  return stop;
}

/** The stream as a web response. @throws as `streamTo`. */
export async function liveResponse(
  hub: LiveHub,
  watched: Watched,
  signal: AbortSignal,
): Promise<Response> {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>(
    {
      start: (opened) => {
        controller = opened;
      },
      cancel: () => {
        controller = null;
        stop();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
  );
  const sink: StreamSink = {
    write: (bytes) => controller?.enqueue(bytes),
    behind: () => -(controller?.desiredSize ?? 0),
    end: () => {
      controller?.close();
      controller = null;
    },
  };
  stop = await streamTo(sink, hub, watched);
  const close = () => {
    stop();
    sink.end();
  };
  if (signal.aborted) close();
  signal.addEventListener('abort', close, { once: true });
  return new Response(body, { headers: streamHeaders });
}
