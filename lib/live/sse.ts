import { DomainError } from '@/lib/errors';
import { type StreamSink, streamResponse } from '@/lib/http/stream';
import type { LiveHub } from './hub';
import { Viewer } from './viewer';

/** What a stream is of. `cart`: tag of the reader's own cart, which it hears of too. */
export type Watched = { tenantId: number; eventId: string; cart: string | null };

/** Streams of one process. */
const viewersMax = 20_000;

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
export function liveResponse(
  hub: LiveHub,
  watched: Watched,
  signal: AbortSignal,
): Promise<Response> {
  return streamResponse(signal, (sink) => streamTo(sink, hub, watched));
}
