import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planRelease } from './giving-back';
import type { HeldLock } from './held';
import type { ReleaseInput } from './schema';

const [stalls, floor, lawn] = [1, 2, 3];

function held(id: string, lock: Partial<HeldLock>): HeldLock {
  return {
    id,
    eventId: 'event',
    zoneId: lock.seatId == null ? floor : stalls,
    seatId: null,
    quantity: 1,
    lockedAtMs: 0,
    deadlineMs: 900_000,
    expiresAtMs: 900_000,
    durationMs: 900_000,
    maxExtensions: 10,
    extensions: 0,
    abandoned: false,
    paymentWindowMs: 0,
    ...lock,
  };
}

const ids = (locks: HeldLock[]) => locks.map((lock) => lock.id);
const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);

describe('giving back', () => {
  const seat = held('seat', { seatId: 7 });
  const older = held('older', { quantity: 3, lockedAtMs: 1 });
  const newer = held('newer', { quantity: 2, lockedAtMs: 2 });
  const cart = [seat, older, newer];

  test('without a name gives everything back', () => {
    expect(planRelease(cart, {})).toEqual({ whole: cart, parts: [], notFound: [] });
  });

  test('of an id that is not live is not found, the others go', () => {
    const plan = planRelease([seat], { lockIds: ['seat', 'gone'] });
    expect(plan).toEqual({ whole: [seat], parts: [], notFound: ['gone'] });
  });

  test('of a seat gives back that seat', () => {
    const plan = planRelease(cart, { items: [{ seatId: 7 }] });
    expect(plan).toEqual({ whole: [seat], parts: [], notFound: [] });
  });

  test('of places takes the newest first, and of the last lock only a part', () => {
    const plan = planRelease(cart, { items: [{ zoneId: floor, quantity: 3 }] });
    expect(ids(plan.whole)).toEqual(['newer']);
    expect(plan.parts).toEqual([{ lock: older, quantity: 1 }]);
    expect(plan.notFound).toEqual([]);
  });

  test('of more than is held gives back all, and names how many are missing', () => {
    const plan = planRelease(cart, { items: [{ zoneId: floor, quantity: 9 }] });
    expect(ids(plan.whole)).toEqual(['older', 'newer']);
    expect(plan.notFound).toEqual([{ zoneId: floor, quantity: 4 }]);
  });

  test('of a seat named twice finds it once', () => {
    const plan = planRelease(cart, { items: [{ seatId: 7 }, { seatId: 7 }] });
    expect(ids(plan.whole)).toEqual(['seat']);
    expect(plan.notFound).toEqual([{ seatId: 7 }]);
  });

  test('of places never takes a seat of the same zone', () => {
    const plan = planRelease([seat], { items: [{ zoneId: stalls, quantity: 1 }] });
    expect(plan.whole).toEqual([]);
    expect(plan.notFound).toEqual([{ zoneId: stalls, quantity: 1 }]);
  });
});

const carts = fc
  .array(
    fc.record({
      zoneId: fc.constantFrom(floor, lawn),
      quantity: fc.integer({ min: 1, max: 9 }),
      lockedAtMs: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 6 },
  )
  .map((locks) => locks.map((lock, i) => held(`lock-${i}`, lock)));
const places = fc.record({
  zoneId: fc.constantFrom(floor, lawn),
  quantity: fc.integer({ min: 1, max: 12 }),
});
const requests = fc.array(places, { minLength: 1, maxLength: 4 });

describe('whatever is asked of whatever cart', () => {
  const missing = (input: ReleaseInput, live: HeldLock[]) =>
    sum(planRelease(live, input).notFound.map((item) => (item as { quantity: number }).quantity));

  test('what is given back and what is missing add up to what was asked', () => {
    fc.assert(
      fc.property(carts, requests, (live, items) => {
        const { whole, parts } = planRelease(live, { items });
        const back = sum(whole.map((lock) => lock.quantity)) + sum(parts.map((p) => p.quantity));
        expect(back + missing({ items }, live)).toBe(sum(items.map((item) => item.quantity)));
      }),
    );
  });

  test('nothing is taken twice, and a part leaves something', () => {
    fc.assert(
      fc.property(carts, requests, (live, items) => {
        const { whole, parts } = planRelease(live, { items });
        const touched = [...ids(whole), ...ids(parts.map((part) => part.lock))];
        expect(new Set(touched).size).toBe(touched.length);
        for (const { lock, quantity } of parts) {
          expect(quantity).toBeGreaterThan(0);
          expect(quantity).toBeLessThan(lock.quantity);
        }
      }),
    );
  });

  test('no lock is touched while a newer one of its zone still holds anything', () => {
    fc.assert(
      fc.property(carts, requests, (live, items) => {
        const { whole, parts } = planRelease(live, { items });
        const touched = [...whole, ...parts.map((part) => part.lock)];
        const kept = live.filter((lock) => !whole.includes(lock));
        for (const lock of touched) {
          const newer = kept.filter(
            (other) => other.zoneId === lock.zoneId && other.lockedAtMs > lock.lockedAtMs,
          );
          expect(newer).toEqual([]);
        }
      }),
    );
  });
});
