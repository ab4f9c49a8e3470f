/** A reading may take one part in this many of the time. */
const shareOfTime = 40;

/** Asks a dear question less often: what took long is left alone for so many times as long. */
export class Pace {
  private nextMs = 0;

  /** @param nowMs a clock that only goes on */
  isDue(nowMs: number): boolean {
    return nowMs >= this.nextMs;
  }

  /** Says that the question was asked. */
  spent(startedMs: number, endedMs: number): void {
    this.nextMs = endedMs + (endedMs - startedMs) * shareOfTime;
  }
}
