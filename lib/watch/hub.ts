import type { Db } from '@/db/client';
import { database } from '@/lib/database';
import { DomainError } from '@/lib/errors';
import { type LiveHub, liveHub } from '@/lib/live/queries';
import type { LiveChanges } from '@/lib/live/schema';
import { processWide } from '@/lib/process-wide';
import { withRetry } from '@/lib/transient';
import { rowsMax } from './schema';
import { type HouseListener, WatchedHouse } from './watched-house';

/** At most five deltas a second; also how soon a lock that runs out is told. */
const tickMs = 200;
const idleEveryMs = 15_000;
/** Staff that look at the same time, in one process. */
const watchersMax = 1_000;

type Limits = { rowsMax: number };

/**
 * The live locks of every house whose staff looks, in memory while somebody does. Hears what the
 * live hub hears, on the same connection.
 */
export class WatchHub {
  private readonly houses = new Map<number, WatchedHouse>();
  private readonly loading = new Map<number, Promise<void>>();
  private hearing: Promise<unknown> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private ticks = 0;

  constructor(
    private readonly db: Db,
    private readonly live: Pick<LiveHub, 'hearAll'>,
    private readonly limits: Limits = { rowsMax },
  ) {}

  /** Those who look, over all houses. */
  get watchers(): number {
    let sum = 0;
    for (const { listeners } of this.houses.values()) sum += listeners.size;
    return sum;
  }

  /**
   * Tells the listener a snapshot now, and every change from here on.
   * @param listener made for the house, once it is known.
   * @returns how to stop.
   * @throws DomainError `overloaded`, `unavailable`.
   */
  async subscribe(
    tenantId: number,
    listenerOf: (house: WatchedHouse) => HouseListener,
  ): Promise<() => void> {
    if (this.watchers >= watchersMax) throw new DomainError('overloaded');
    await this.hear();
    const house = await this.watched(tenantId);
    const listener = listenerOf(house);
    listener.snapshot();
    house.listeners.add(listener);
    return () => {
      house.listeners.delete(listener);
      house.use();
    };
  }

  /** Ends the clock. */
  close(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  private async watched(tenantId: number): Promise<WatchedHouse> {
    const house =
      this.houses.get(tenantId) ?? new WatchedHouse(this.db, tenantId, this.limits.rowsMax);
    if (!this.houses.has(tenantId)) {
      this.houses.set(tenantId, house);
      const loading = withRetry(() => house.load());
      this.loading.set(tenantId, loading);
      loading
        .catch(() => this.houses.delete(tenantId))
        .finally(() => this.loading.get(tenantId) === loading && this.loading.delete(tenantId));
    }
    house.use();
    await this.loading.get(tenantId);
    if (!house.there) throw new DomainError('unavailable');
    this.timer ??= setInterval(() => this.tick(), tickMs).unref();
    return house;
  }

  private hear(): Promise<unknown> {
    this.hearing ??= this.live
      .hearAll({
        changes: (changes: LiveChanges) => this.houses.get(changes.tenantId)?.hear(changes),
        again: () => {
          for (const house of this.houses.values()) house.checkSoon();
        },
      })
      .catch((error: unknown) => {
        this.hearing = null;
        throw error;
      });
    return this.hearing;
  }

  private tick(): void {
    this.ticks += 1;
    const idle = this.ticks % (idleEveryMs / tickMs) === 0;
    for (const [tenantId, house] of this.houses) {
      if (this.loading.has(tenantId)) continue;
      house.tick();
      if (house.forgettable) this.houses.delete(tenantId);
      if (idle) for (const listener of house.listeners) listener.idle();
    }
  }
}

/** The process's hub. */
export function watchHub(): WatchHub {
  return processWide('watch-hub', () => new WatchHub(database(), liveHub()));
}
