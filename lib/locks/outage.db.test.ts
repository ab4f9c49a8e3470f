import { randomInt } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Connection, connect } from '@/db/client';
import { checkInvariants } from '@/db/invariants/check';
import { startMortalCluster } from '@/db/testing/cluster';
import { type FreshDatabase, freshDatabase } from '@/db/testing/fresh-database';
import { createHall, type Hall } from '@/db/testing/hall';
import { LiveHub } from '@/lib/live/hub';
import { LockEngine } from './engine';
import { claimOf } from './testing/buyers';
import { Storm } from './testing/storm';

let cluster: Awaited<ReturnType<typeof startMortalCluster>>;
let database: FreshDatabase;
let app: Connection;
let admin: postgres.Sql;
let hub: LiveHub;

beforeAll(async () => {
  cluster = await startMortalCluster();
});
afterAll(() => cluster.stop());

beforeEach(async () => {
  database = await freshDatabase(cluster);
  app = connect(database.url);
  admin = postgres(database.adminUrl, { max: 2, onnotice: () => {} });
  hub = new LiveHub(app);
});
afterEach(async () => {
  hub.close();
  await Promise.all([app.sql.end({ timeout: 1 }), admin.end({ timeout: 1 })]);
  await database.drop();
});

/** Waits until another fifty claims were granted. */
async function served(storm: Storm): Promise<void> {
  const before = storm.told.get('lock') ?? 0;
  await vi.waitFor(() => expect(storm.told.get('lock') ?? 0).toBeGreaterThan(before + 50), {
    interval: 20,
    timeout: 15_000,
  });
}

async function promisesKept({ lockIds, orderIds }: Storm['promised']): Promise<void> {
  const ids = [...new Set(lockIds)];
  expect(await admin`SELECT FROM cart_item_locks WHERE id = ANY(${ids})`).toHaveLength(ids.length);
  const unpaid = await admin`
    SELECT id FROM orders WHERE id = ANY(${orderIds}) AND status NOT IN ('paid', 'refunded')`;
  expect(unpaid).toEqual([]);
}

/** Waits until the hub listens again, and hears of a lock. */
async function hears(hall: Hall, heard: Set<number>): Promise<void> {
  await vi.waitFor(
    async () => {
      const listening = await admin`SELECT FROM pg_stat_activity
        WHERE datname = current_database() AND query ILIKE 'listen%'`;
      expect(listening).toHaveLength(1);
    },
    { interval: 20, timeout: 10_000 },
  );
  const [free] = await admin<{ id: number }[]>`
    SELECT id FROM seats s WHERE tenant_id = ${hall.tenantId} AND status = 'available'
      AND NOT EXISTS (SELECT FROM cart_item_locks l WHERE l.seat_id = s.id AND l.status = 'active')`;
  heard.clear();
  const claim = claimOf([{ zoneId: hall.numbered, seatId: free!.id }]);
  await new LockEngine(app.db).claim(hall.tenantId, hall.eventId, claim);
  await vi.waitFor(() => expect([...heard]).toContain(free!.id), { timeout: 3_000 });
}

describe.each([
  ['restarted', 'shut', 0],
  ['killed with -9', 'killed', 0],
  ['gone for ten seconds', 'killed', 10_000],
] as const)('the database is %s under load', (_, how, goneMs) => {
  test('requests are served or told that it is away; all goes on by itself, and nothing is lost', async () => {
    const hall = await createHall(admin, { seats: 2_000, capacity: 5_000 });
    const heard = new Set<number>();
    await hub.subscribe(hall.tenantId, hall.eventId, {
      returns: () => {},
      delta: ({ seats }) => {
        for (const [seatId] of seats) heard.add(seatId);
      },
      snapshot: () => {},
      cart: () => {},
      idle: () => {},
      gone: () => {},
    });
    const process = { db: app.db, engine: new LockEngine(app.db) };
    const dice = (n: number) => (n > 0 ? randomInt(n) : 0);
    const storm = new Storm([process], hall, dice, ['unavailable']);
    let blowing = true;
    const blown = Promise.all(Array.from({ length: 16 }, () => storm.blow(() => blowing)));
    try {
      await served(storm);
      const downAt = performance.now();
      await cluster.goDown(how);
      await vi.waitFor(
        () => {
          expect(storm.told.get('unavailable')).toBeGreaterThan(0);
          expect(performance.now() - downAt).toBeGreaterThan(goneMs);
        },
        { timeout: goneMs + 10_000 },
      );
      await cluster.comeBack();
      await served(storm);
    } finally {
      blowing = false;
      await blown;
    }
    await promisesKept(storm.promised);
    await hears(hall, heard);
    expect(await checkInvariants(admin)).toEqual([]);
  }, 60_000);
});
