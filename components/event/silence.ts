/** How often it is looked whether it lasts too long. */
const lookMs = 5_000;

/**
 * Tells when nothing was heard for too long. By both clocks: one stands still while the device
 * sleeps, the other may be set back.
 */
export class Silence {
  #timer: ReturnType<typeof setInterval> | undefined;
  #since = { steady: 0, wall: 0 };
  #maxMs = 0;

  constructor(private readonly tooLong: () => void) {}

  /** Begins anew, with this as the longest that is borne. */
  atMost(maxMs: number): void {
    this.#maxMs = maxMs;
    this.broken();
    this.#timer ??= setInterval(() => this.#look(), lookMs);
  }

  broken(): void {
    this.#since = { steady: performance.now(), wall: Date.now() };
  }

  end(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    const { steady, wall } = this.#since;
    if (Math.max(performance.now() - steady, Date.now() - wall) > this.#maxMs) this.tooLong();
  }
}
