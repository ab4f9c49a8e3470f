import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Connection, connect } from '@/db/client';
import { checkInvariants } from '@/db/invariants/check';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import { DomainError } from '@/lib/errors';
import { LockEngine } from './engine';
import { lockStatus } from './queries';
import type { LockStatus } from './schema';
import { extendLocks, releaseLocks } from './service';
import { buyerOf, claimOf, newSession, outcomeOf } from './testing/buyers';

let database: TestDatabase;
let connections: Connection[];
let engines: LockEngine[];

beforeAll(async () => {
  database = await testDatabase();
  connections = Array.from({ length: 3 }, () => connect(database.url, { max: 4 }));
  engines = connections.map(({ db }) => new LockEngine(db));
});
afterAll(async () => {
  await Promise.all(connections.map(({ sql }) => sql.end()));
  await database.drop();
});

const [first, second, third] = [0, 1, 2] as const;
const engine = (i: number) => engines[i] as LockEngine;

/** The seats at these places of the hall, as a claim names them. */
const seats = (hall: Hall, ...at: number[]) =>
  at.map((i) => ({ zoneId: hall.numbered, seatId: hall.seatIds[i] as number }));

async function holding(hall: Hall, sessionKey: string, ...at: number[]): Promise<LockStatus> {
  const claim = claimOf(seats(hall, ...at), sessionKey);
  return (await engine(first).claim(hall.tenantId, hall.eventId, claim)).cart;
}

function swap(
  hall: Hall,
  sessionKey: string,
  lockIds: string[],
  at: number[],
  by = first as number,
) {
  const claim = { ...claimOf(seats(hall, ...at), sessionKey), swap: lockIds };
  return outcomeOf(engine(by), hall, claim);
}

const heldAt = (hall: Hall, { locks }: LockStatus) =>
  locks.map((lock) => hall.seatIds.indexOf(lock.seatId as number)).sort((a, b) => a - b);

describe('a swap', () => {
  test('moves the buyer to the new seats, and the time that was left goes on', async () => {
    const hall = await createHall(database.admin);
    const session = newSession();
    const before = await holding(hall, session, 0, 1);
    const lockIds = before.locks.map((lock) => lock.id);
    const outcome = await swap(hall, session, lockIds, [4, 5]);
    if (outcome instanceof DomainError) throw outcome;
    const { cart } = outcome as Awaited<ReturnType<LockEngine['claim']>>;
    expect(heldAt(hall, cart)).toEqual([4, 5]);
    expect(cart.locks.map((lock) => lock.expiresAt)).toEqual(
      before.locks.map((lock) => lock.expiresAt),
    );
    expect(cart.ended.map(({ id, status, reason }) => ({ id, status, reason }))).toEqual(
      expect.arrayContaining(lockIds.map((id) => ({ id, status: 'released', reason: 'buyer' }))),
    );
    const rival = await outcomeOf(engine(second), hall, claimOf(seats(hall, 0, 1)));
    expect(rival).not.toBeInstanceOf(DomainError);
  });

  test('of a lock that was extended keeps count of its extensions', async () => {
    const hall = await createHall(database.admin, { settings: { max_extensions: 2 } });
    const session = newSession();
    const { locks } = await holding(hall, session, 0);
    const ctx = buyerOf(database.db, hall, session);
    await database.admin`UPDATE cart_item_locks SET locked_at = locked_at - interval '5 minutes',
      expires_at = expires_at - interval '5 minutes' WHERE id = ${locks[0]?.id as string}`;
    await extendLocks(ctx, {});
    const outcome = await swap(hall, session, [locks[0]?.id as string], [3]);
    expect(outcome).toMatchObject({ cart: { locks: [{ extensionsLeft: 1 }] } });
  });

  test('by a step to the side keeps the seats that are in both', async () => {
    const hall = await createHall(database.admin);
    const session = newSession();
    const { locks } = await holding(hall, session, 3, 4);
    const lockIds = locks.map((lock) => lock.id);
    const outcome = await swap(hall, session, lockIds, [4, 5]);
    expect(outcome).toMatchObject({ inserted: [{ seatId: hall.seatIds[5] }] });
    expect(outcome).toMatchObject({ released: [{ seatId: hall.seatIds[3] }] });
  });

  test('to a seat that someone has leaves everything as it was', async () => {
    const hall = await createHall(database.admin);
    const session = newSession();
    const { locks } = await holding(hall, session, 0, 1);
    await holding(hall, newSession(), 5);
    const lockIds = locks.map((lock) => lock.id);
    const refused = await swap(hall, session, lockIds, [4, 5]);
    expect(refused).toMatchObject({
      code: 'items_unavailable',
      details: { items: [{ seatId: hall.seatIds[5], reason: 'locked' }] },
    });
    expect(heldAt(hall, await holding(hall, session, 0))).toEqual([0, 1]);
  });

  test('of a lock that is over, or somebody else’s, is refused by name', async () => {
    const hall = await createHall(database.admin);
    const session = newSession();
    const mine = await holding(hall, session, 0);
    const theirs = await holding(hall, newSession(), 1);
    const lockIds = [mine.locks[0]?.id, theirs.locks[0]?.id] as string[];
    const refused = await swap(hall, session, lockIds, [4, 5]);
    expect(refused).toMatchObject({ code: 'locks_not_live', details: { lockIds: [lockIds[1]] } });
    await releaseLocks(buyerOf(database.db, hall, session), {});
    expect(await swap(hall, session, [lockIds[0] as string], [4])).toMatchObject({
      code: 'locks_not_live',
    });
  });

  test('is open to a buyer who holds as much as is allowed', async () => {
    const hall = await createHall(database.admin, { settings: { max_locks_per_session: 2 } });
    const session = newSession();
    const { locks } = await holding(hall, session, 0, 1);
    const lockIds = locks.map((lock) => lock.id);
    expect(await swap(hall, session, lockIds, [2, 3])).not.toBeInstanceOf(DomainError);
  });
});

/** What the session holds as the owner of the tables sees it, at one moment. */
async function heldBy(hall: Hall, sessionKey: string): Promise<number> {
  const [row] = await database.admin<{ seats: number }[]>`
    SELECT count(*)::int AS seats FROM cart_item_locks
    WHERE tenant_id = ${hall.tenantId} AND session_key = ${sessionKey} AND status = 'active'
      AND expires_at > clock_timestamp()`;
  return row?.seats as number;
}

/** Runs `moving` and looks all the while. @returns the fewest and the most seats that were seen. */
async function watched(hall: Hall, session: string, moving: Promise<unknown>) {
  const seen = new Set<number>();
  let done = false;
  const moved = moving.finally(() => {
    done = true;
  });
  while (!done) seen.add(await heldBy(hall, session));
  await moved;
  return [...seen].sort((a, b) => a - b);
}

/** Where two movers and two rivals go, step by step; all of them at once. */
const schedule = fc.record({
  mine: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 3, maxLength: 6 }),
  theirs: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 3, maxLength: 6 }),
  rivals: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 12 }),
});

async function rival(hall: Hall, steps: number[]): Promise<void> {
  const session = newSession();
  for (const at of steps) {
    await outcomeOf(engine(third), hall, claimOf(seats(hall, at), session));
    await releaseLocks(buyerOf(database.db, hall, session), {});
  }
}

describe('in any interleaving with rivals', () => {
  test('a buyer who moves two seats about never stands with fewer, nor with more', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async ({ mine, theirs, rivals }) => {
        const hall = await createHall(database.admin, { seats: 10 });
        const [ana, ben] = [newSession(), newSession()];
        await Promise.all([holding(hall, ana, 0, 1), holding(hall, ben, 8, 9)]);
        const move = async (session: string, steps: number[], by: number) => {
          for (const at of steps) {
            const { locks } = await lockStatus(buyerOf(database.db, hall, session));
            const lockIds = locks.map((lock) => lock.id);
            await swap(hall, session, lockIds, [at, at + 1], by);
          }
        };
        const all = Promise.all([
          move(ana, mine, first),
          move(ben, theirs, second),
          rival(hall, rivals),
          rival(hall, rivals.toReversed()),
        ]);
        expect(await watched(hall, ana, all)).toEqual([2]);
        expect(await heldBy(hall, ben)).toBe(2);
      }),
      { numRuns: 25 },
    );
    expect(await checkInvariants(database.admin)).toEqual([]);
  }, 60_000);

  test('giving back and locking anew, which a swap is not, is seen with fewer', async () => {
    const hall = await createHall(database.admin, { seats: 10 });
    const session = newSession();
    await holding(hall, session, 0, 1);
    const move = async () => {
      for (let step = 0; step < 20; step++) {
        await releaseLocks(buyerOf(database.db, hall, session), {});
        await holding(hall, session, step % 8, (step % 8) + 1);
      }
    };
    expect(await watched(hall, session, move())).toContain(0);
  });
});
