import type { Availability, Delta } from '@/lib/events/schema';

/** What the feed tells. Messages are our own server's and were validated there. */
export type LiveSink = {
  snapshot(availability: Availability): void;
  delta(delta: Delta): void;
  /** True once a connection delivers, false when it broke: then figures are asked for. */
  live(live: boolean): void;
};

export type LiveTuning = {
  open(url: string): EventSource;
  /** From 0 up to 1; spreads the watchers of an event when its server returns. */
  random(): number;
};

const retryFirstMs = 1_000;
const retryMaxMs = 30_000;

/**
 * The live feed of an event. Each connection begins with a snapshot of its own, so that nothing is
 * to be made up for after a break. Breaks are followed by tries that come ever later.
 */
export class LiveFeed {
  #source: EventSource | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #begunAt = 0;

  constructor(
    private readonly url: string,
    private readonly sink: LiveSink,
    private readonly tuning: LiveTuning = {
      open: (address) => new EventSource(address),
      random: Math.random,
    },
  ) {}

  open(): void {
    if (this.#source) return;
    this.#stopRetry();
    const source = this.tuning.open(this.url);
    this.#source = source;
    source.addEventListener('snapshot', (event: MessageEvent<string>) => {
      this.#failures = 0;
      this.#begunAt = performance.now();
      this.sink.snapshot(JSON.parse(event.data) as Availability);
      this.sink.live(true);
    });
    source.addEventListener('delta', (event: MessageEvent<string>) => {
      this.sink.delta(JSON.parse(event.data) as Delta);
    });
    source.addEventListener('error', () => this.#broke());
  }

  close(): void {
    this.#stopRetry();
    this.#source?.close();
    this.#source = null;
  }

  /**
   * The server can be reached again after it could not since `lostAt`. A connection that is older
   * may be dead without knowing it, and a retry need not wait.
   */
  renew(lostAt: number): void {
    const wanted = this.#source !== null || this.#retry !== undefined;
    if (!wanted || (this.#source && this.#begunAt > lostAt)) return;
    this.close();
    this.open();
  }

  #stopRetry(): void {
    clearTimeout(this.#retry);
    this.#retry = undefined;
  }

  /** The browser would try again at once and all together; the feed takes it into its own hands. */
  #broke(): void {
    this.close();
    this.#failures += 1;
    this.sink.live(false);
    const steps = Math.min(this.#failures - 1, 10);
    const waitMs = Math.min(retryMaxMs, retryFirstMs * 2 ** steps);
    this.#retry = setTimeout(() => this.open(), waitMs * (0.5 + this.tuning.random() / 2));
  }
}
