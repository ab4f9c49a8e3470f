import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkInvariants } from '@/db/invariants/check';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall } from '@/db/testing/hall';
import { availableCapacity } from './queries';
import { Model } from './testing/model';
import { type Move, movesArbitrary, sessions } from './testing/moves';
import { Real } from './testing/real';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const minute = 60_000;
const settings = {
  cart_lock_duration: 15,
  max_locks_per_session: 5,
  max_extensions: 1,
  abandon_grace_seconds: 30,
  payment_window: 10,
};

async function newHall() {
  const hall = await createHall(database.admin, { seats: 6, capacity: 6, settings });
  const { seatIds, numbered, general } = hall;
  const terms = {
    seatIds,
    numbered,
    general,
    capacity: 6,
    limit: 5,
    duration: 15 * minute,
    maxExtensions: 1,
    grace: 30_000,
    paymentWindow: 10 * minute,
  };
  return { hall, terms };
}

/** Makes the move on both sides. @returns what each answered. */
async function make(move: Move, model: Model, real: Real): Promise<[unknown, unknown]> {
  // The database's clock goes on between moves; so does the model's.
  model.jump(1);
  switch (move.kind) {
    case 'lock':
      return [
        model.lock(move.session, move.items, move.mode),
        await real.lock(move.session, move.items, move.mode),
      ];
    case 'swap':
      return [
        model.swap(move.session, move.count, move.seatIds),
        await real.swap(move.session, move.count, move.seatIds),
      ];
    case 'extend':
      return [
        model.extend(move.session, move.minutes === undefined ? null : move.minutes * minute),
        await real.extend(move.session, move.minutes),
      ];
    case 'release':
      return [
        model.release(move.session, move.input),
        await real.release(move.session, move.input),
      ];
    case 'abandon':
      return [model.abandon(move.session), await real.abandon(move.session)];
    case 'resume':
      return [model.resume(move.session), await real.resume(move.session)];
    case 'buy':
      return [model.buy(move.session, move.pauseMs), await real.buy(move.session, move.pauseMs)];
    case 'cleanup':
      return [undefined, await real.cleanup()];
    case 'jump':
      return [model.jump(move.ms), await real.jump(move.ms)];
  }
}

async function compare(model: Model, real: Real): Promise<void> {
  for (const session of sessions) {
    const expected = model.live(session).map((lock) => ({
      seatId: lock.seatId,
      quantity: lock.quantity,
      extensions: lock.extensions,
      abandoned: lock.former !== null,
      leftMs: lock.deadline - model.now,
    }));
    const actual = await real.live(session);
    const rough = (locks: typeof expected) =>
      locks.map((lock) => ({ ...lock, leftMs: Math.round(lock.leftMs / 5_000) }));
    expect(rough(actual)).toEqual(rough(expected));
  }
  const { db } = real.ctx(0);
  const ctx = { db, tenantId: real.hall.tenantId, actor: { kind: 'system' } as const };
  expect(await availableCapacity(ctx, real.hall.numbered)).toBe(model.seatsLeft());
  expect(await availableCapacity(ctx, real.hall.general)).toBe(model.placesLeft());
}

describe('the engine and a model of it', () => {
  test('agree after every move of several sessions, the sweep and the clock', async () => {
    const { terms } = await newHall();
    await fc.assert(
      // Seat ids differ by hall: moves name them by their place in the row.
      fc.asyncProperty(movesArbitrary({ ...terms, seatIds: [0, 1, 2, 3, 4, 5] }), async (moves) => {
        const { hall, terms: own } = await newHall();
        const model = new Model(own);
        const real = new Real(database, hall);
        for (const move of moves) {
          const [expected, actual] = await make(inHall(move, own), model, real);
          expect(actual).toEqual(expected);
          await compare(model, real);
        }
      }),
      { numRuns: 150, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false },
    );
    expect(await checkInvariants(database.admin)).toEqual([]);
  }, 120_000);
});

/** The same move, with the zones and seats of this hall. */
function inHall(move: Move, own: { seatIds: number[]; numbered: number; general: number }): Move {
  const seat = (seatId: number) => own.seatIds[seatId] as number;
  if (move.kind === 'lock') {
    const items = move.items.map((item) =>
      'seatId' in item
        ? { zoneId: own.numbered, seatId: seat(item.seatId) }
        : { zoneId: own.general, quantity: item.quantity },
    );
    return { ...move, items };
  }
  if (move.kind === 'swap') return { ...move, seatIds: move.seatIds.map(seat) };
  if (move.kind === 'release' && 'items' in move.input) {
    const items = move.input.items.map((item) =>
      'seatId' in item
        ? { seatId: seat(item.seatId) }
        : { zoneId: own.general, quantity: item.quantity },
    );
    return { ...move, input: { items } };
  }
  return move;
}
