import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Connection, connect } from '@/db/client';
import { checkInvariants } from '@/db/invariants/check';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall } from '@/db/testing/hall';
import { LockEngine } from './engine';
import { liveUnits, sameSeat } from './testing/races';

/** No process holds a seat while it decides: only the database is left to refuse. */
vi.mock('./guard', async (original) => ({
  ...(await original<typeof import('./guard')>()),
  guardSeats: (await import('./testing/unguarded')).readSeats,
}));

const processes = 4;

/** The first batch of every process has read before any of them writes. */
vi.mock('./rows', async (original) => {
  const { insertLocks, ...rows } = await original<typeof import('./rows')>();
  let arrived = 0;
  let open = () => {};
  const together = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    ...rows,
    insertLocks: async (...args: Parameters<typeof insertLocks>) => {
      arrived += 1;
      if (arrived >= processes) open();
      await together;
      return insertLocks(...args);
    },
  };
});

let database: TestDatabase;
let connections: Connection[];
let engines: LockEngine[];

beforeAll(async () => {
  database = await testDatabase();
  connections = Array.from({ length: processes }, () => connect(database.url, { max: 4 }));
  engines = connections.map(({ db }) => new LockEngine(db));
});
afterAll(async () => {
  await Promise.all(connections.map(({ sql: client }) => client.end()));
  await database.drop();
});

describe('with the guard of seats switched off', () => {
  test('the database refuses every second claim, and the buyers are told as ever', async () => {
    const hall = await createHall(database.admin);
    const { locked, refused } = await sameSeat(engines, hall);
    expect(locked).toBe(1);
    expect(refused).toEqual(new Map([['items_unavailable', 999]]));
    expect(await liveUnits(database.admin, hall)).toMatchObject({ seats: 1, mostOfASeat: 1 });
    expect(await checkInvariants(database.admin)).toEqual([]);
  });
});
