import type { Db } from '@/db/client';
import { DatabaseClock, DatabaseReach } from '@/lib/live/queries';
import type { LiveChanges } from '@/lib/live/schema';
import { House } from './house';
import { readBlocked, readLastEnd, readPlaces } from './places';
import { readAtOnce } from './reading';
import { readHouse, readLocks, readVersions } from './rows';
import type { WatchDelta, WatchSnapshot } from './schema';
import { Unread } from './unread';

/** What a checking finds that no notification tells of: a stage, an account. */
const checkEveryMs = 3_000;
/** Seats kept off sale are counted anew. */
const blockedEveryMs = 60_000;
/** Memory that the database has not confirmed for this long is not told as true any more. */
const trustMs = 9_000;
const retryMs = 1_000;
/** A house that nobody looks at is forgotten. */
const forgetAfterMs = 20_000;

export type HouseListener = {
  /** The whole, as it is now; after a loss again. */
  snapshot(): void;
  delta(delta: WatchDelta): void;
  /** Nothing is known for the moment: what comes next is a snapshot. */
  away(): void;
  /** Now and then, so that intermediaries keep the connection. */
  idle(): void;
};

/** One house's live locks in memory, with those of its staff who look. One question at a time. */
export class WatchedHouse {
  readonly listeners = new Set<HouseListener>();
  /** False: the database cannot be asked, and nothing is told. */
  there = true;
  private readonly unread = new Unread();
  private readonly clock = new DatabaseClock();
  private readonly reach = new DatabaseReach();
  private house: House;
  private blocked = new Map<number, number>();
  private total = 0;
  private lastEndMs: number | null = null;
  private asking = false;
  private askedAtMs = 0;
  private checkedAtMs = performance.now();
  private due = false;
  private usedAtMs = performance.now();
  private blockedAtMs = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly db: Db,
    private readonly tenantId: number,
    private readonly rowsMax: number,
  ) {
    this.house = new House({ zones: [], events: [] }, rowsMax);
  }

  hear(changes: LiveChanges): void {
    this.unread.hear(changes, (seatId) => this.house.onSeat(seatId));
  }

  /** Something may have been missed. */
  checkSoon(): void {
    this.due = true;
  }

  /** Somebody asked for it. */
  use(): void {
    this.usedAtMs = performance.now();
  }

  get forgettable(): boolean {
    return this.listeners.size === 0 && performance.now() - this.usedAtMs > forgetAfterMs;
  }

  /** Reads the whole. Changes that are told meanwhile are read after it. @throws what the reading threw. */
  async load(): Promise<void> {
    await this.countBlocked();
    const { nowMs, toldAtMs, data } = await readAtOnce(this.db, this.tenantId, async (ctx) => ({
      rows: await readHouse(ctx, this.rowsMax),
      ...(await readVersions(ctx, 0)),
      places: await readPlaces(ctx, this.blocked),
      lastEndMs: await readLastEnd(ctx),
    }));
    this.clock.synchronize(nowMs, toldAtMs);
    this.house = new House(data.places, this.rowsMax);
    for (const row of data.rows) this.house.put(row);
    this.house.takeChanges();
    this.total = data.total;
    this.lastEndMs = data.lastEndMs;
    this.checkedAtMs = performance.now();
  }

  snapshot(): WatchSnapshot {
    this.tell();
    const { rows, places } = this.house;
    return {
      ...this.figures(),
      rows: [...rows.values()].map(({ told }) => told),
      ...places,
      lastEndedAt: this.lastEndMs === null ? null : new Date(this.lastEndMs).toISOString(),
    };
  }

  /** Tells what ran out and what was read, and asks for what is to be read. */
  tick(): void {
    if (this.there) this.tell();
    if (performance.now() - this.checkedAtMs > trustMs) this.loseIt();
    if (!this.asking) void this.ask();
  }

  private async ask(): Promise<void> {
    const nowMs = performance.now();
    if (!this.there && nowMs - this.askedAtMs < retryMs) return;
    const due = this.due || nowMs - this.checkedAtMs > checkEveryMs;
    if (this.there && !due && this.unread.empty) return;
    this.asking = true;
    this.askedAtMs = nowMs;
    try {
      if (!this.there) await this.comeBack();
      else if (due) await this.check();
      else await this.readUnread();
      this.reach.there();
    } catch (error) {
      this.reach.lost(error);
      this.loseIt();
    } finally {
      this.asking = false;
    }
  }

  private loseIt(): void {
    if (!this.there) return;
    this.there = false;
    for (const listener of this.listeners) listener.away();
  }

  private async comeBack(): Promise<void> {
    await this.load();
    this.there = true;
    for (const listener of this.listeners) listener.snapshot();
  }

  /** What was written since it was read, by the stamp that every writing leaves. */
  private async check(): Promise<void> {
    this.due = false;
    if (performance.now() - this.blockedAtMs > blockedEveryMs) await this.countBlocked();
    const { nowMs, toldAtMs, data } = await readAtOnce(this.db, this.tenantId, async (ctx) => ({
      ...(await readVersions(ctx, this.rowsMax)),
      places: await readPlaces(ctx, this.blocked),
    }));
    this.clock.synchronize(nowMs, toldAtMs);
    this.total = data.total;
    this.house.setPlaces(data.places);
    for (const [id, version] of data.versions) {
      if (this.house.rows.get(id)?.version !== version) this.unread.locks.add(id);
    }
    for (const id of this.house.rows.keys()) {
      if (!data.versions.has(id)) this.unread.locks.add(id);
    }
    this.checkedAtMs = performance.now();
  }

  private async readUnread(): Promise<void> {
    const asked = this.unread.take();
    try {
      const { data } = await readAtOnce(this.db, this.tenantId, (ctx) =>
        readLocks(ctx, asked.locks, asked.seats),
      );
      for (const row of data.live) this.house.put(row);
      for (const { id, reason } of data.ended) this.house.end(id, reason);
    } catch (error) {
      this.unread.putBack(asked);
      throw error;
    }
  }

  private async countBlocked(): Promise<void> {
    const { data } = await readAtOnce(this.db, this.tenantId, readBlocked);
    this.blocked = data;
    this.blockedAtMs = performance.now();
  }

  private tell(): void {
    this.house.expire(this.clock.nowMs());
    const changes = this.house.takeChanges();
    if (!changes) return;
    if (changes.gone.length > 0) this.lastEndMs = this.clock.nowMs();
    const delta = { ...this.figures(), ...changes };
    for (const listener of this.listeners) listener.delta(delta);
  }

  private figures(): { serverTime: string; total: number } {
    const { size } = this.house.rows;
    return {
      serverTime: new Date(this.clock.nowMs()).toISOString(),
      total: size < this.rowsMax ? size : Math.max(size, this.total),
    };
  }
}
