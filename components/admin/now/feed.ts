import { openStream, type StreamSink } from '@/components/event/event-stream';
import { Silence } from '@/components/event/silence';
import type { WatchDelta, WatchSnapshot } from '@/lib/watch/schema';

/**
 * `waiting`: the server is there, its database is not. `broken`: the server is not heard; it is
 * tried again. `refused`: who looks may look no longer.
 */
export type FeedState = 'connecting' | 'live' | 'waiting' | 'broken' | 'refused';

/** What the feed tells. Messages are our own server's and were made there. */
export type FeedSink = {
  snapshot(told: WatchSnapshot): void;
  delta(told: WatchDelta): void;
  turned(state: FeedState): void;
};

export type FeedTuning = {
  open(url: string, sink: StreamSink): () => void;
  /** From 0 up to 1; spreads those who come again when a server returns. */
  random(): number;
};

const retryFirstMs = 500;
const retryMaxMs = 15_000;
/** Until a connection delivers its snapshot, which may be large. */
const answerMaxMs = 20_000;
/** The server says every 15 s that it is there: two of these were missed. */
const quietMaxMs = 35_000;
const refusals = [401, 403, 404];

/** The live stream of a house's locks; after each break it begins with a snapshot of its own. */
export class Feed {
  #close: (() => void) | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  readonly #silence = new Silence(() => this.#broke(null));

  constructor(
    private readonly url: string,
    private readonly sink: FeedSink,
    private readonly tuning: FeedTuning = { open: openStream, random: Math.random },
  ) {}

  open(): void {
    if (this.#close) return;
    clearTimeout(this.#retry);
    this.#silence.atMost(answerMaxMs);
    this.#close = this.tuning.open(this.url, {
      heard: () => this.#silence.broken(),
      message: (event, data) => this.#hear(event, data),
      ended: (status) => this.#broke(status),
    });
  }

  close(): void {
    clearTimeout(this.#retry);
    this.#silence.end();
    this.#close?.();
    this.#close = null;
  }

  #hear(event: string, data: string): void {
    if (event === 'delta') this.sink.delta(JSON.parse(data) as WatchDelta);
    if (event === 'away') this.sink.turned('waiting');
    if (event !== 'snapshot') return;
    this.#failures = 0;
    this.#silence.atMost(quietMaxMs);
    this.sink.snapshot(JSON.parse(data) as WatchSnapshot);
    this.sink.turned('live');
  }

  #broke(status: number | null): void {
    this.close();
    if (status !== null && refusals.includes(status)) {
      this.sink.turned('refused');
      return;
    }
    this.#failures += 1;
    this.sink.turned(status === 503 ? 'waiting' : 'broken');
    const waitMs = Math.min(retryMaxMs, retryFirstMs * 2 ** Math.min(this.#failures - 1, 10));
    this.#retry = setTimeout(() => this.open(), waitMs * (0.5 + this.tuning.random() / 2));
  }
}
