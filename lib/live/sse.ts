import { DomainError } from '@/lib/errors';
import type { Delta, Returns } from '@/lib/events/schema';
import type { LiveHub } from './hub';
import type { LiveListener } from './watched-event';

/** Streams of one process. */
const viewersMax = 20_000;
/** Messages that a slow reader may lag behind; then it is let go, and reconnects to a snapshot. */
const lagMax = 64;

const encoder = new TextEncoder();
const comment = encoder.encode(': here\n\n');

/** What goes to thousands is written out once. */
const written = new WeakMap<Delta | Returns, Uint8Array>();

function message(event: string, data: unknown): Uint8Array {
  return encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

function shared(event: 'delta' | 'returns', data: Delta | Returns): Uint8Array {
  const known = written.get(data);
  if (known) return known;
  const bytes = message(event, data);
  written.set(data, bytes);
  return bytes;
}

/**
 * An event's `text/event-stream`: a snapshot, then deltas, and a comment now and then.
 * @throws DomainError `event_not_found`, `unavailable`, `overloaded`.
 */
export async function liveResponse(
  hub: LiveHub,
  tenantId: number,
  eventId: string,
  signal: AbortSignal,
): Promise<Response> {
  if (hub.viewers >= viewersMax) throw new DomainError('overloaded');
  let stop = () => {};
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const body = new ReadableStream<Uint8Array>({
    start: (opened) => {
      controller = opened;
    },
    cancel: () => stop(),
  });
  const close = () => {
    const open = controller;
    if (!open) return;
    stop();
    open.close();
  };
  const send = (bytes: Uint8Array) => {
    if (!controller) return;
    if ((controller.desiredSize ?? 0) < -lagMax) close();
    else controller.enqueue(bytes);
  };
  const listener: LiveListener = {
    delta: (delta) => send(shared('delta', delta)),
    returns: (returns) => send(shared('returns', returns)),
    snapshot: (availability) => send(message('snapshot', availability)),
    idle: () => send(comment),
    // Who comes again is told that it is not found.
    gone: close,
  };
  const unsubscribe = await hub.subscribe(tenantId, eventId, listener);
  stop = () => {
    controller = null;
    unsubscribe();
  };
  if (signal.aborted) close();
  signal.addEventListener('abort', close, { once: true });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
