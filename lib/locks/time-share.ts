const secondMs = 1_000;

/** A part of each second, for work that is worth doing only while there is time for it. */
export class TimeShare {
  private sinceMs = Number.NEGATIVE_INFINITY;
  private spentMs = 0;

  /** @param now milliseconds of a clock that only goes forward. */
  constructor(
    private readonly shareMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Does the work, or answers null when this second's share is spent. */
  spend<T>(work: () => T): T | null {
    const startedMs = this.now();
    if (startedMs - this.sinceMs >= secondMs) {
      this.sinceMs = startedMs;
      this.spentMs = 0;
    }
    if (this.spentMs >= this.shareMs) return null;
    const result = work();
    this.spentMs += this.now() - startedMs;
    return result;
  }
}
