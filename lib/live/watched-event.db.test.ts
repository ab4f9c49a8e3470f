import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall } from '@/db/testing/hall';
import { heldBack } from '@/lib/locks/testing/waiting';
import { DatabaseClock } from './database-clock';
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
    const watched = new WatchedEvent(hall, first, new DatabaseClock());
    const sold: number[] = [];
    watched.listeners.add({
      delta: () => {},
      snapshot: ({ zones }) => sold.push(zones.find(({ id }) => id === hall.general)?.sold ?? -1),
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
    new WatchedEvent(hall, (await reading) as Snapshot, clock);
    const [now] = await base.admin`SELECT extract(epoch FROM clock_timestamp()) * 1000 AS ms`;
    expect(Math.abs(Number(now!.ms) - clock.nowMs())).toBeLessThan(250);
  });
});
