import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Connection, connect } from '@/db/client';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall } from '@/db/testing/hall';
import type { Context } from '@/lib/context';
import { LockEngine } from './engine';
import { liveUnits, oneSession, oneZone, sameSeat } from './testing/races';

/** The guard, switched off: the same reads, and no row is held while deciding. */
vi.mock('./guard', async (original) => ({
  ...(await original<typeof import('./guard')>()),
  guardSessions: async ({ db, tenantId }: Context) => {
    await db.execute(sql`SELECT set_config('app.tenant_id', ${String(tenantId)}, true)`);
  },
  guardPlaces: async () => {},
  guardSeats: (await import('./testing/unguarded')).readSeats,
}));

const processes = 4;

/** No batch writes before every process has read: the race that the guard exists to prevent. */
vi.mock('./rows', async (original) => {
  const { insertLocks, ...rows } = await original<typeof import('./rows')>();
  let arrived: (() => void)[] = [];
  return {
    ...rows,
    insertLocks: async (...args: Parameters<typeof insertLocks>) => {
      await new Promise<void>((resolve) => {
        arrived.push(resolve);
        if (arrived.length < processes) return;
        for (const proceed of arrived) proceed();
        arrived = [];
      });
      return insertLocks(...args);
    },
  };
});

let database: TestDatabase;
let connections: Connection[];
let engines: LockEngine[];

beforeAll(async () => {
  database = await testDatabase();
  await database.admin`DROP INDEX one_claim_per_seat`;
  connections = Array.from({ length: processes }, () => connect(database.url, { max: 4 }));
  engines = connections.map(({ db }) => new LockEngine(db));
});
afterAll(async () => {
  await Promise.all(connections.map(({ sql: client }) => client.end()));
  await database.drop();
});

describe('with the guard switched off, the same races break what they test', () => {
  test('the same seat is locked more than once', async () => {
    const hall = await createHall(database.admin);
    const { locked } = await sameSeat(engines, hall);
    expect(locked).toBeGreaterThan(1);
    expect((await liveUnits(database.admin, hall)).mostOfASeat).toBeGreaterThan(1);
  });

  test('one session passes its limit', async () => {
    const hall = await createHall(database.admin, { seats: 100, capacity: 500 });
    await oneSession(engines, hall);
    expect((await liveUnits(database.admin, hall)).mostOfASession).toBeGreaterThan(50);
  });

  test('a zone of 500 holds more than 500', async () => {
    const hall = await createHall(database.admin, { capacity: 500 });
    await oneZone(engines, hall);
    expect((await liveUnits(database.admin, hall)).places).toBeGreaterThan(500);
  });
});
