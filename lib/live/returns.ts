import type { Returns } from '@/lib/events/schema';

type LookUp = (zoneId: number) => number | null;

/**
 * Of each zone in which nothing is left but something is held: when the earliest of that could come
 * back. Looked at anew only where something moved, as a zone's seats are many.
 */
export class ReturnTimes {
  private readonly earliest = new Map<number, number>();
  private changed = false;

  /**
   * As it is now.
   * @param touched zones in which a figure or a deadline moved since the last call of either.
   * @param lookUp the earliest deadline (ms, database clock) of a zone that is wholly held, else null.
   */
  now(touched: readonly number[], lookUp: LookUp): Returns {
    for (const zoneId of touched) {
      const untilMs = lookUp(zoneId);
      if (untilMs === (this.earliest.get(zoneId) ?? null)) continue;
      this.changed = true;
      if (untilMs === null) this.earliest.delete(zoneId);
      else this.earliest.set(zoneId, untilMs);
    }
    return [...this.earliest];
  }

  /** As it is now, where that is not what was taken the last time; else null. */
  take(touched: readonly number[], lookUp: LookUp): Returns | null {
    const now = this.now(touched, lookUp);
    if (!this.changed) return null;
    this.changed = false;
    return now;
  }
}
