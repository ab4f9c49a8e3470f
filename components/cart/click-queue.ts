import type { LockItem } from '@/lib/locks/schema';
import { type Place, placeKey, type Want } from './place';

/** The most things that one call may name; the server refuses more. */
const batchMax = 100;

/** One trip to the server: first what is given back, then what is asked of one event. */
export type Batch = { eventId: string | null; lock: Want[]; release: Want[] };

/**
 * What the buyer clicked and the server has not answered yet. One batch travels at a time; clicks
 * made meanwhile wait and go together in the next. A click and its opposite cancel each other
 * while they wait. Units are signed: above 0 they are asked for, below 0 given back.
 */
export class ClickQueue {
  #waiting = new Map<string, Want>();
  #flying = new Map<string, Want>();
  /** A call on the whole cart has the line, and who waits for it. */
  #taken = false;
  #callers: (() => void)[] = [];

  get travelling(): boolean {
    return this.#taken || this.#flying.size > 0;
  }

  /**
   * Makes a call when nothing else travels; until its answer nothing else does.
   * @param wants what it moves, where that is known beforehand: counted as on its way
   */
  async alone<T>(call: () => Promise<T>, wants: readonly Want[] = []): Promise<T> {
    await new Promise<void>((granted) => {
      this.#callers.push(granted);
      this.#grant();
    });
    for (const want of wants) this.#flying.set(placeKey(want.place), want);
    try {
      return await call();
    } finally {
      for (const { place } of wants) this.#flying.delete(placeKey(place));
      this.#taken = false;
      this.#grant();
    }
  }

  #grant(): void {
    if (this.travelling) return;
    const next = this.#callers.shift();
    if (!next) return;
    this.#taken = true;
    next();
  }

  add(place: Place, units: number): void {
    const key = placeKey(place);
    const sum = (this.#waiting.get(key)?.units ?? 0) + units;
    if (sum === 0) this.#waiting.delete(key);
    else this.#waiting.set(key, { place, units: sum });
  }

  /** The next batch, or null while one travels or when nothing waits. */
  take(): Batch | null {
    if (this.travelling || this.#waiting.size === 0) return null;
    const waiting = [...this.#waiting.values()];
    const release = waiting.filter((want) => want.units < 0).slice(0, batchMax);
    const eventId = waiting.find((want) => want.units > 0)?.place.eventId ?? null;
    const lock = waiting
      .filter((want) => want.units > 0 && want.place.eventId === eventId)
      .slice(0, batchMax);
    for (const want of [...release, ...lock]) {
      const key = placeKey(want.place);
      this.#waiting.delete(key);
      this.#flying.set(key, want);
    }
    return { eventId, lock, release };
  }

  /**
   * These came back. What waited on a place that could not be had is dropped: it was clicked in
   * the belief that the place was held.
   */
  land(wants: readonly Want[], lost: readonly Want[] = []): void {
    for (const { place } of wants) this.#flying.delete(placeKey(place));
    for (const { place } of lost) this.#waiting.delete(placeKey(place));
    this.#grant();
  }

  /** Units of a place that are on their way, above 0 in, below 0 out. */
  unitsOf(key: string): number {
    return (this.#waiting.get(key)?.units ?? 0) + (this.#flying.get(key)?.units ?? 0);
  }

  /** Everything on its way, in the order of the clicks. */
  wants(): Want[] {
    const keys = new Set([...this.#flying.keys(), ...this.#waiting.keys()]);
    return [...keys].map((key) => {
      const want = this.#waiting.get(key) ?? this.#flying.get(key)!;
      return { place: want.place, units: this.unitsOf(key) };
    });
  }
}

export function lockItems(wants: Want[]): LockItem[] {
  return wants.map(({ place, units }) =>
    place.seatId === null
      ? { zoneId: place.zoneId, quantity: units }
      : { zoneId: place.zoneId, seatId: place.seatId },
  );
}

export function releaseItems(wants: Want[]) {
  return wants.map(({ place, units }) =>
    place.seatId === null ? { zoneId: place.zoneId, quantity: -units } : { seatId: place.seatId },
  );
}
