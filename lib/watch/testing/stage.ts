import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Connection, connect } from '@/db/client';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall, type HallOptions } from '@/db/testing/hall';
import { type LiveHub, ownMemory } from '@/lib/live/queries';
import type { LockItem } from '@/lib/locks/schema';
import { lockItems } from '@/lib/locks/service';
import { WatchHub } from '../hub';
import { Watcher } from './watcher';

/** How soon a change is told, and how soon what only a checking or a deadline finds. */
export const within = { timeout: 1_000, interval: 10 };
export const patiently = { timeout: 8_000, interval: 20 };

/** Staff who watch houses, from another process than the one that the buyers are served by. */
export class WatchStage {
  base!: TestDatabase;
  elsewhere!: Connection;
  live!: LiveHub;
  hub!: WatchHub;
  private readonly watching: Watcher[] = [];

  /** To be called once in a test file, outside its tests. */
  constructor() {
    beforeAll(async () => {
      this.base = await testDatabase();
      this.elsewhere = connect(this.base.url, { max: 4 });
      this.live = ownMemory(this.elsewhere);
      this.hub = new WatchHub(this.elsewhere.db, this.live);
    });
    afterEach(() => {
      this.leave();
      expect(this.hub.watchers).toBe(0);
    });
    afterAll(async () => {
      this.hub.close();
      this.live.close();
      await this.elsewhere.sql.end({ timeout: 1 });
      await this.base.drop();
    });
  }

  /** A house, and one of its staff who watches. */
  async house(options?: HallOptions): Promise<{ hall: Hall; watcher: Watcher }> {
    const hall = await createHall(this.base.admin, options);
    return { hall, watcher: await this.watch(hall.tenantId) };
  }

  async watch(tenantId: number, on = this.hub, still?: () => Promise<boolean>): Promise<Watcher> {
    const watcher = await Watcher.of(on, tenantId, still);
    this.watching.push(watcher);
    return watcher;
  }

  /** Everybody who watches goes. */
  leave(): void {
    for (const watcher of this.watching.splice(0)) watcher.stop();
  }

  /** What a buyer takes. */
  lock(hall: Hall, items: LockItem[], sessionKey = randomBytes(30).toString('base64url')) {
    const actor = { kind: 'buyer', sessionKey, userId: null } as const;
    const ctx = { db: this.base.db, tenantId: hall.tenantId, actor };
    return lockItems(ctx, { eventId: hall.eventId, items, mode: 'all' });
  }
}

/** The hall's seat of that index, as an item to lock. */
export const seat = (hall: Hall, index: number): LockItem => ({
  zoneId: hall.numbered,
  seatId: hall.seatIds[index]!,
});
