import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Connection, connect } from '@/db/client';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall } from '@/db/testing/hall';
import { LockEngine } from './engine';
import { liveUnits, oneSession, oneZone, sameSeat } from './testing/races';

let database: TestDatabase;
let connections: Connection[];
let engines: LockEngine[];

// Each with a pool and queues of its own, as so many processes on one database.
beforeAll(async () => {
  database = await testDatabase();
  connections = Array.from({ length: 4 }, () => connect(database.url, { max: 4 }));
  engines = connections.map(({ db }) => new LockEngine(db));
});
afterAll(async () => {
  await Promise.all(connections.map(({ sql }) => sql.end()));
  await database.drop();
});

describe('a thousand at once', () => {
  test('1,000 sessions click the same seat: one gets it, 999 are told which is taken', async () => {
    const hall = await createHall(database.admin);
    const { locked, refused, refusals } = await sameSeat(engines, hall);
    expect(locked).toBe(1);
    expect(refused).toEqual(new Map([['items_unavailable', 999]]));
    const named = { zoneId: hall.numbered, seatId: hall.seatIds[0], reason: 'locked' };
    for (const refusal of refusals) expect(refusal.details.items).toEqual([named]);
    expect(await liveUnits(database.admin, hall)).toMatchObject({ seats: 1, mostOfASeat: 1 });
  });

  test('500 requests of one session never pass its limit', async () => {
    const hall = await createHall(database.admin, { seats: 100, capacity: 500 });
    const { locked, refused } = await oneSession(engines, hall);
    expect(locked).toBe(50);
    expect(refused).toEqual(new Map([['lock_limit_reached', 450]]));
    expect(await liveUnits(database.admin, hall)).toMatchObject({ mostOfASession: 50 });
  });

  test('2,000 buyers on a zone of 500: 500 units, not 501, not 499', async () => {
    const hall = await createHall(database.admin, { capacity: 500 });
    const { locked, refused } = await oneZone(engines, hall);
    expect(locked).toBe(500);
    expect(refused).toEqual(new Map([['items_unavailable', 1_500]]));
    expect(await liveUnits(database.admin, hall)).toMatchObject({ places: 500 });
  });
});
