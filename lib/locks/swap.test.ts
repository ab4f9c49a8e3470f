import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { lockDefaults } from '@/lib/settings';
import type { Claim, ClaimOutcome } from './claim';
import { decideClaim } from './policy';
import { type CartRow, liveLocks } from './status';
import { hall, seat, stalls } from './testing/batch-hall';

/** A live lock on a seat of the stalls, as a batch reads it. */
const lockOn = (seatId: number | null, more: Partial<CartRow> = {}): CartRow => ({
  id: randomUUID(),
  cartId: 'cart',
  sessionKey: 'ana',
  eventId: 'noche',
  eventName: 'Noche',
  zoneId: stalls,
  zoneName: 'Zona',
  seatId,
  row: '1',
  seat: String(seatId),
  quantity: 1,
  price: 4_500,
  status: 'active',
  reason: null,
  lockedAtMs: 0,
  expiresAtMs: 5_000,
  deadlineMs: 5_000,
  endedAtMs: null,
  extensionsLeft: 10,
  abandoned: false,
  ...more,
});

/** The hall with these locks in it. */
function held(locks: CartRow[], limit = 50) {
  const state = hall({ ownLocks: new Map(locks.map((lock) => [lock.id, lock])) }, limit);
  for (const lock of locks) {
    const { id, seatId, sessionKey } = lock;
    if (seatId !== null) state.seatLocks.set(seatId, { id, sessionKey });
    state.sessionUnits.set(sessionKey, (state.sessionUnits.get(sessionKey) ?? 0) + lock.quantity);
  }
  return state;
}
function swap(state: ReturnType<typeof held>, locks: CartRow[], to: number[], sessionKey = 'ana') {
  const claim: Claim = {
    ...{ sessionKey, userId: null, mode: 'all', metadata: {} },
    items: to.map(seat),
    swap: locks.map((lock) => lock.id),
  };
  return (): ClaimOutcome => decideClaim(state, claim, randomUUID);
}
const notLive = expect.objectContaining({ code: 'locks_not_live' });

describe('a swap in a batch', () => {
  test('gives a lock up once: asked twice at the same time, it gets one other seat', () => {
    const lock = lockOn(1);
    const state = held([lock]);
    expect(swap(state, [lock], [2])().released).toEqual([lock]);
    expect(swap(state, [lock], [3])).toThrow(notLive);
    expect(state.sessionUnits.get('ana')).toBe(1);
  });

  test('leaves alone what somebody else of the batch holds', () => {
    const lock = lockOn(1);
    expect(swap(held([lock]), [lock], [2], 'luis')).toThrow(notLive);
  });

  test('takes no places without numbers for a seat', () => {
    const lock = lockOn(null, { quantity: 3 });
    expect(swap(held([lock]), [lock], [2])).toThrow(notLive);
  });

  test('gives the seat to who asks for it next, and to nobody before', () => {
    const [mine, theirs] = [lockOn(1), lockOn(2, { sessionKey: 'luis' })];
    const state = held([mine, theirs]);
    expect(swap(state, [theirs], [1], 'luis')).toThrow(
      expect.objectContaining({ code: 'items_unavailable' }),
    );
    swap(state, [mine], [3])();
    expect(swap(state, [theirs], [1], 'luis')().released).toEqual([theirs]);
  });

  test('is as many for as many, also where the limit was lowered since', () => {
    const locks = [lockOn(1), lockOn(2)];
    const state = held(locks, 1);
    expect(swap(state, [locks[0] as CartRow], [3])().inserted).toHaveLength(1);
    expect(state.sessionUnits.get('ana')).toBe(2);
  });
});

test('a lock of another event, or one that is over, is none to be swapped', () => {
  const [here, there] = [lockOn(1), lockOn(2, { eventId: 'otra' })];
  const over = lockOn(3, { expiresAtMs: 1_000 });
  const rows = new Map([['ana', [here, there, over]]]);
  const carts = { nowMs: 1_000, currency: 'EUR', settings: lockDefaults, rows };
  expect([...liveLocks(carts, 'noche').keys()]).toEqual([here.id]);
});
