import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall } from '@/db/testing/hall';
import { heldBack } from '@/lib/locks/testing/waiting';
import { DatabaseClock } from './database-clock';
import { DatabaseReach } from './database-reach';
import { readSnapshot, type Snapshot } from './snapshot';
import { WatchedEvent } from './watched-event';

let base: TestDatabase;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());

describe('a watched event', () => {
  it('that is being read when the connection comes back is read once more, and told whole', async () => {
    const hall = await createHall(base.admin);
    const first = (await readSnapshot(base.db, hall.tenantId, hall.eventId)) as Snapshot;
    const watched = new WatchedEvent(hall, first, new DatabaseClock(), new DatabaseReach());
    const sold: number[] = [];
    watched.listeners.add({
      delta: () => {},
      returns: () => {},
      snapshot: ({ zones }) => sold.push(zones.find(({ id }) => id === hall.general)?.sold ?? -1),
      cart: () => {},
      idle: () => {},
      gone: () => {},
    });
    const { db, written, release } = heldBack(base.db);
    const reading = watched.reconcile(db, false);
    await written;
    // Nobody is listening at this moment: what happens is not heard of.
    await base.admin`UPDATE zones SET sold = 7 WHERE id = ${hall.general}`;
    await watched.reconcile(db, true);
    release();
    await reading;
    expect(sold.at(-1)).toBe(0);
    expect(watched.availability().zones.find(({ id }) => id === hall.general)?.sold).toBe(7);
  });

  it('keeps the database’s time, however long its reading takes', async () => {
    const hall = await createHall(base.admin);
    const clock = new DatabaseClock();
    const { db, written, release } = heldBack(base.db);
    const reading = readSnapshot(db, hall.tenantId, hall.eventId);
    await written;
    await base.admin`SELECT pg_sleep(0.5)`;
    release();
    new WatchedEvent(hall, (await reading) as Snapshot, clock, new DatabaseReach());
    const [now] = await base.admin`SELECT extract(epoch FROM clock_timestamp()) * 1000 AS ms`;
    expect(Math.abs(Number(now!.ms) - clock.nowMs())).toBeLessThan(250);
  });

  it('whose database is away says so once, and once more when it is back', async () => {
    const hall = await createHall(base.admin);
    const told: string[] = [];
    const note = (line: string) => void told.push((JSON.parse(line) as { level: string }).level);
    const spies = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'info')];
    for (const spy of spies) spy.mockImplementation(note);
    try {
      const first = (await readSnapshot(base.db, hall.tenantId, hall.eventId)) as Snapshot;
      const reach = new DatabaseReach();
      const watched = [1, 2].map(() => new WatchedEvent(hall, first, new DatabaseClock(), reach));
      const away = new Proxy(base.db, {
        get: (db, key) =>
          key === 'transaction'
            ? () => Promise.reject(new Error('connect ECONNREFUSED'))
            : Reflect.get(db, key),
      });
      for (let round = 0; round < 3; round++) {
        for (const each of watched) await each.reconcile(away, false);
      }
      expect(told).toEqual(['warn']);
      for (const each of watched) await each.reconcile(base.db, false);
      expect(told).toEqual(['warn', 'info']);
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  });
});
