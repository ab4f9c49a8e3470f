import type { Availability, Delta, Returns } from '@/lib/events/schema';
import { openStream, type StreamSink } from './event-stream';
import { Silence } from './silence';

/** `broken`: figures are asked for meanwhile. `gone`: the event is not published any more. */
export type FeedState = 'live' | 'broken' | 'gone';

/** What the feed tells. Messages are our own server's and were validated there. */
export type LiveSink = {
  snapshot(availability: Availability): void;
  delta(delta: Delta): void;
  /** By zone that is wholly held: when it could come back, on the page's clock (`performance.now()`). */
  returns(returns: ReadonlyMap<number, number>): void;
  /** Somebody else changed the cart. */
  cart(): void;
  turned(state: FeedState): void;
};

export type LiveTuning = {
  open(url: string, sink: StreamSink): () => void;
  /** From 0 up to 1; spreads the watchers of an event when its server returns. */
  random(): number;
};

const retryFirstMs = 1_000;
const retryMaxMs = 30_000;
/** Until a connection delivers its snapshot. */
const answerMaxMs = 12_000;
/** The server says every 15 s that it is there: two of these were missed. */
const quietMaxMs = 35_000;

/**
 * The live feed of an event. Each connection begins with a snapshot of its own, so that nothing is
 * to be made up for after a break. Breaks are followed by tries that come ever later. A connection
 * that says nothing for too long is a broken one: a device that slept is not told of its end.
 */
export class LiveFeed {
  #close: (() => void) | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #begunAt = 0;
  /** The server's clock (ms since 1970) less the page's, as the snapshot told it. */
  #serverAheadMs = 0;
  readonly #silence = new Silence(() => this.#broke('broken'));

  constructor(
    private readonly url: string,
    private readonly sink: LiveSink,
    private readonly tuning: LiveTuning = { open: openStream, random: Math.random },
  ) {}

  open(): void {
    if (this.#close) return;
    this.#stopRetry();
    this.#silence.atMost(answerMaxMs);
    this.#close = this.tuning.open(this.url, {
      heard: () => this.#silence.broken(),
      message: (event, data) => this.#hear(event, data),
      ended: (status) => this.#broke(status === 404 ? 'gone' : 'broken'),
    });
  }

  close(): void {
    this.#stopRetry();
    this.#silence.end();
    this.#close?.();
    this.#close = null;
  }

  /**
   * The server can be reached again after it could not since `lostAt`. A connection that is older
   * may be dead without knowing it, and a retry need not wait.
   */
  renew(lostAt: number): void {
    const wanted = this.#close !== null || this.#retry !== undefined;
    if (!wanted || (this.#close && this.#begunAt > lostAt)) return;
    this.close();
    this.open();
  }

  #hear(event: string, data: string): void {
    if (event === 'delta') this.sink.delta(JSON.parse(data) as Delta);
    if (event === 'cart') this.sink.cart();
    if (event === 'returns') this.sink.returns(this.#onPageClock(JSON.parse(data) as Returns));
    if (event !== 'snapshot') return;
    this.#failures = 0;
    this.#begunAt = performance.now();
    this.#silence.atMost(quietMaxMs);
    const availability = JSON.parse(data) as Availability;
    this.#serverAheadMs = Date.parse(availability.serverTime) - this.#begunAt;
    this.sink.snapshot(availability);
    this.sink.turned('live');
  }

  #onPageClock(returns: Returns): ReadonlyMap<number, number> {
    return new Map(returns.map(([zoneId, atMs]) => [zoneId, atMs - this.#serverAheadMs]));
  }

  #stopRetry(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
  }

  /** What is gone may be published again: it is looked for now and then. */
  #broke(state: 'broken' | 'gone'): void {
    this.close();
    this.#failures += 1;
    this.sink.turned(state);
    const steps = Math.min(this.#failures - 1, 10);
    const waitMs = state === 'gone' ? retryMaxMs : Math.min(retryMaxMs, retryFirstMs * 2 ** steps);
    this.#retry = setTimeout(() => this.open(), waitMs * (0.5 + this.tuning.random() / 2));
  }
}
