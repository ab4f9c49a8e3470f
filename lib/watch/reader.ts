import type { StreamSink } from '@/lib/http/stream';
import type { WatchDelta } from './schema';
import type { HouseListener, WatchedHouse } from './watched-house';

/** Bytes that a reader may lag behind; beyond them it is owed a snapshot for all that it misses. */
const behindMax = 256 * 1024;
/** A reader that takes nothing for so long has gone. */
const stuckMs = 60_000;

const encoder = new TextEncoder();
const comment = encoder.encode(': here\n\n');

/** What goes to several is written out once. */
const written = new WeakMap<object, Uint8Array>();

export function message(event: string, data: object): Uint8Array {
  let bytes = written.get(data);
  if (!bytes) {
    bytes = encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    written.set(data, bytes);
  }
  return bytes;
}

/** One of the staff who looks at a house: never more is kept for it than a snapshot and `behindMax`. */
export class Reader implements HouseListener {
  private owed = false;
  private behindSinceMs: number | null = null;

  /** @param stop called once, when the reader is given up. */
  constructor(
    private readonly house: Pick<WatchedHouse, 'snapshot' | 'there'>,
    private readonly sink: StreamSink,
    private readonly stop: () => void,
  ) {}

  snapshot(): void {
    this.owed = this.lagging;
    if (!this.owed) this.sink.write(message('snapshot', this.house.snapshot()));
  }

  delta(delta: WatchDelta): void {
    if (this.owed || this.lagging) this.owed = true;
    else this.sink.write(message('delta', delta));
    this.payBack();
  }

  away(): void {
    this.sink.write(message('away', {}));
  }

  idle(): void {
    this.sink.write(comment);
    this.payBack();
  }

  private get lagging(): boolean {
    return this.sink.behind() > behindMax;
  }

  /** A snapshot in place of what was left out, once the reader has taken what it was sent. */
  private payBack(): void {
    if (!this.lagging) this.behindSinceMs = null;
    else this.behindSinceMs ??= performance.now();
    if (this.behindSinceMs !== null && performance.now() - this.behindSinceMs > stuckMs) {
      this.stop();
      return;
    }
    if (this.owed && this.house.there && this.sink.behind() === 0) this.snapshot();
  }
}
