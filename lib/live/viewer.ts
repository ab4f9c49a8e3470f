import type { Availability, Delta, Returns } from '@/lib/events/schema';
import type { StreamSink } from '@/lib/http/stream';
import type { LiveListener } from './watched-event';

/** Bytes that a slow reader may lag behind; then it is let go, and reconnects to a snapshot. */
const behindMax = 512 * 1024;

const encoder = new TextEncoder();
const comment = encoder.encode(': here\n\n');
const cartNews = encoder.encode('event: cart\ndata: {}\n\n');

/** What goes to thousands is written out once. */
const written = new WeakMap<object, Uint8Array>();

function message(event: string, data: Availability | Delta | Returns): Uint8Array {
  let bytes = written.get(data);
  if (!bytes) {
    bytes = encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    written.set(data, bytes);
  }
  return bytes;
}

/** One reader of an event's stream: what it hears is written out for it. It keeps nothing. */
export class Viewer implements LiveListener {
  /** @param stop called once, when it is over for the server; not when the reader has gone. */
  constructor(
    private readonly sink: StreamSink,
    private readonly stop: () => void,
  ) {}

  snapshot(availability: Availability): void {
    this.send(message('snapshot', availability));
  }

  delta(delta: Delta): void {
    this.send(message('delta', delta));
  }

  returns(returns: Returns): void {
    this.send(message('returns', returns));
  }

  cart(): void {
    this.send(cartNews);
  }

  idle(): void {
    this.send(comment);
  }

  /** Who comes again is told that it is not found. */
  gone(): void {
    this.stop();
    this.sink.end();
  }

  private send(bytes: Uint8Array): void {
    if (this.sink.behind() > behindMax) this.gone();
    else this.sink.write(bytes);
  }
}
