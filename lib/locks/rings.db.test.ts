import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { checkInvariants } from '@/db/invariants/check';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import type { StaffContext } from '@/lib/context';
import { ownMemory } from '@/lib/live/queries';
import { type Batch, writeBatch } from './batch';
import type { NewLock } from './claim';
import { LockEngine } from './engine';
import { releaseAsStaff } from './staff-release';
import { claimOf, newSession } from './testing/buyers';
import { deadlinesPass } from './testing/waiting';

/** Two that each hold what the other waits for would be told so by the database, which ends one of them. */
let database: TestDatabase;
let engine: LockEngine;
beforeAll(async () => {
  database = await testDatabase();
  engine = new LockEngine(database.db);
});
afterAll(() => database.drop());

const ctxOf = ({ tenantId }: Hall) => ({
  db: database.db,
  tenantId,
  actor: { kind: 'system' as const },
});
const staffOf = ({ tenantId }: Hall): StaffContext => ({
  db: database.db,
  tenantId,
  actor: { kind: 'staff', userId: randomUUID(), name: 'Rosa Quintero', role: 'manager' },
});
const seatOf = (hall: Hall, at: number) => ({
  zoneId: hall.numbered,
  seatId: hall.seatIds[at] as number,
});

async function holder(hall: Hall, at: number) {
  const sessionKey = newSession();
  const claim = claimOf([seatOf(hall, at)], sessionKey);
  const { lockIds } = await engine.claim(hall.tenantId, hall.eventId, claim);
  return { sessionKey, lockIds };
}

function swap(hall: Hall, { sessionKey, lockIds }: Awaited<ReturnType<typeof holder>>, to: number) {
  const claim = { ...claimOf([seatOf(hall, to)], sessionKey), swap: lockIds };
  return writeBatch(ctxOf(hall), hall.eventId, [claim]);
}

const codes = ({ outcomes }: Batch) =>
  outcomes.map((outcome) => ('code' in outcome ? outcome.code : 'locked'));

/** All active locks of the hall end in so many milliseconds, or ended before now. */
const endIn = (hall: Hall, ms: number) => database.admin`
  UPDATE cart_item_locks SET expires_at = clock_timestamp() + ${ms} * interval '1 ms'
  WHERE tenant_id = ${hall.tenantId} AND status = 'active'`;

/** Halts every batch once it holds its rows and is about to read what is for sale. */
async function halting(meanwhile: () => Promise<void>): Promise<void> {
  await database.admin.begin(async (tx) => {
    await tx`LOCK TABLE events IN ACCESS EXCLUSIVE MODE`;
    await meanwhile();
  });
}

/** Waits until so many transactions wait for another. */
async function waiting(count: number): Promise<void> {
  await vi.waitFor(
    async () => {
      const rows = await database.admin`
        SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      expect(rows).toHaveLength(count);
    },
    { interval: 5, timeout: 5_000 },
  );
}

describe('two swaps, each to the seat that the other gives up', () => {
  test.each([
    ['had run out', -1],
    ['runs out meanwhile', 1_000],
  ])('meet no deadlock when what they give up %s', async (_, ms) => {
    const hall = await createHall(database.admin);
    const [ana, luis] = [await holder(hall, 0), await holder(hall, 1)];
    const swaps: Promise<Batch>[] = [];
    await halting(async () => {
      await endIn(hall, ms);
      swaps.push(swap(hall, ana, 1), swap(hall, luis, 0));
      await waiting(2);
      await deadlinesPass(database.admin, hall);
    });
    const batches = await Promise.all(swaps);
    expect(batches.map(codes)).toEqual([['locks_not_live'], ['locks_not_live']]);
    expect(await checkInvariants(database.admin)).toEqual([]);
  });
});

test('a swap to a seat that ran out, and staff who release both, meet no deadlock', async () => {
  const hall = await createHall(database.admin);
  const [luis, ana] = [await holder(hall, 0), await holder(hall, 1)];
  let swapped: Promise<Batch> | undefined;
  let released: ReturnType<typeof releaseAsStaff> | undefined;
  await halting(async () => {
    await endIn(hall, -1);
    swapped = swap(hall, ana, 0);
    await waiting(1);
    const lockIds = [...luis.lockIds, ...ana.lockIds];
    released = releaseAsStaff(staffOf(hall), { lockIds, reason: 'La casa los necesita' });
    await waiting(2);
  });
  expect(codes((await swapped) as Batch)).toEqual(['locks_not_live']);
  expect((await released)?.released).toEqual([]);
});

describe('a lock that ran out and whose row somebody holds', () => {
  /** Holds the lock's row, as an extension does that is on its way. */
  async function holding(lockIds: string[], meanwhile: () => Promise<void>): Promise<void> {
    await database.admin.begin(async (tx) => {
      await tx`SELECT FROM cart_item_locks WHERE id = ANY(${lockIds}) FOR UPDATE`;
      await meanwhile();
    });
  }
  /** Waits until a transaction does nothing, between one round of choosing and the next. */
  const pauses = () =>
    vi.waitFor(
      async () => {
        const idle = await database.admin`
          SELECT FROM pg_stat_activity WHERE datname = current_database()
            AND state = 'idle in transaction' AND usename <> current_user
            AND state_change < clock_timestamp() - interval '10 ms'`;
        expect(idle).toHaveLength(1);
      },
      { interval: 5, timeout: 5_000 },
    );
  /** Chooses one seat, for a process that believes the whole hall to be free. */
  async function chooser(hall: Hall) {
    const memory = ownMemory(database);
    const { mapVersion, ids, states } = await memory.seats(hall.tenantId, hall.eventId);
    memory.close();
    const seats = { mapVersion, ids, states: states.slice() };
    const trusting = new LockEngine(database.db, undefined, undefined, async () => seats);
    const claim = { ...claimOf([]), wish: { quantity: 1, accessible: 0 } };
    return async () => {
      const { inserted } = await trusting.claim(hall.tenantId, hall.eventId, claim);
      return inserted[0] as NewLock;
    };
  }

  test('is waited for by a swap to its seat, as it is nobody’s', async () => {
    const hall = await createHall(database.admin);
    const [ana, luis] = [await holder(hall, 0), await holder(hall, 1)];
    await database.admin`UPDATE cart_item_locks SET expires_at = clock_timestamp() - interval '1 ms'
      WHERE id = ANY(${luis.lockIds})`;
    let swapped: Promise<Batch> | undefined;
    await holding(luis.lockIds, async () => {
      swapped = swap(hall, ana, 1);
      await waiting(1);
    });
    expect(codes((await swapped) as Batch)).toEqual(['locked']);
  });

  test('is passed over by a choice that has others', async () => {
    const hall = await createHall(database.admin, { seats: 2 });
    const choose = await chooser(hall);
    const first = await choose();
    await endIn(hall, -1);
    await holding([first.id], async () => {
      const { seatId } = await choose();
      expect(hall.seatIds.filter((id) => id !== first.seatId)).toEqual([seatId]);
    });
  });

  test('is asked for again where there is no other, until it is let go', async () => {
    const hall = await createHall(database.admin, { seats: 1 });
    const choose = await chooser(hall);
    const first = await choose();
    await endIn(hall, -1);
    let chosen: Promise<NewLock> | undefined;
    await holding([first.id], async () => {
      chosen = choose();
      await pauses();
    });
    expect((await chosen)?.seatId).toBe(first.seatId);
  });
});
