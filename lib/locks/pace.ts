import { setImmediate as nextTurn } from 'node:timers/promises';

/** What one stretch of work may take before the event loop turns. */
const turnMaxMs = 20;
/** What all of it may take: rows are held meanwhile, and others wait for them. */
const spentMaxMs = 2_000;

/** Keeps work that may be long, as for a hundred seats in a scattered hall, from stopping the process. */
export class Pace {
  private spentMs = 0;
  private turnMs = 0;

  /** @param now milliseconds of a clock that only goes forward. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Whether no more may be spent. */
  get isSpent(): boolean {
    return this.spentMs >= spentMaxMs;
  }

  /** Does the work, and lets the event loop turn when it is time for it. */
  async spend<T>(work: () => T): Promise<T> {
    const startedMs = this.now();
    const result = work();
    const tookMs = this.now() - startedMs;
    this.spentMs += tookMs;
    this.turnMs += tookMs;
    if (this.turnMs >= turnMaxMs) {
      this.turnMs = 0;
      await nextTurn();
    }
    return result;
  }
}
