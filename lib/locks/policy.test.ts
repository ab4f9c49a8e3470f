import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '@/lib/errors';
import type { ClaimOutcome } from './claim';
import { decide, floor, hall, places, seat, stalls, taken } from './testing/batch-hall';

const refusal = (code: string, details = {}) => expect.objectContaining({ code, details });

describe('a claim', () => {
  test('takes seats and places at the price of the seat, else of the zone', () => {
    expect(taken(decide(hall(), [seat(1), seat(2), places(3)]))).toMatchObject([
      { zoneId: stalls, seatId: 1, quantity: 1, priceMinor: 4_500 },
      { zoneId: stalls, seatId: 2, quantity: 1, priceMinor: 9_900 },
      { zoneId: floor, seatId: null, quantity: 3, priceMinor: 2_000 },
    ]);
  });

  test('on what another holds, what is sold and what is kept off sale names each, and takes none', () => {
    const state = hall({ seatLocks: new Map([[1, { id: 'theirs', sessionKey: 'bea' }]]) });
    const items = [seat(1), seat(2), seat(4), seat(5), places(9)];
    expect(decide(state, items)).toEqual(
      refusal('items_unavailable', {
        items: [
          { ...seat(1), reason: 'locked' },
          { ...seat(4), reason: 'blocked' },
          { ...seat(5), reason: 'sold' },
          { zoneId: floor, requested: 9, available: 8, reason: 'capacity' },
        ],
      }),
    );
    expect(taken(decide(state, [seat(2)], { sessionKey: 'bea' }))).toHaveLength(1);
  });

  test('of what can be had takes that, and is refused only when there is none', () => {
    const outcome = decide(hall(), [seat(5), seat(1)], { mode: 'any' });
    expect(outcome).toMatchObject({
      inserted: [{ seatId: 1 }],
      unavailable: [{ ...seat(5), reason: 'sold' }],
    });
    expect(decide(hall(), [seat(5), seat(4)], { mode: 'any' })).toMatchObject({
      code: 'items_unavailable',
    });
  });

  test('on a seat that its session holds already counts it as held, and makes no second lock', () => {
    const state = hall({ seatLocks: new Map([[1, { id: 'mine', sessionKey: 'ana' }]]) });
    const outcome = decide(state, [seat(1)]);
    expect(outcome).toMatchObject({ lockIds: ['mine'], inserted: [], unavailable: [] });
  });

  test('that names a seat twice takes it once; places named twice are two wishes', () => {
    const outcome = decide(hall(), [seat(1), seat(1), places(2), places(2)]);
    expect(taken(outcome).map((lock) => lock.quantity)).toEqual([1, 2, 2]);
    expect((outcome as ClaimOutcome).lockIds).toHaveLength(4);
    expect(decide(hall(), [places(5), places(4)])).toMatchObject({
      details: { items: [{ zoneId: floor, requested: 4, available: 3 }] },
    });
  });
});

describe('a claim that cannot be', () => {
  const onSale = {
    name: 'Noche',
    published: true,
    saleStartsMs: 0,
    saleEndsMs: 2_000,
    mapVersion: 1,
  };
  test.each([
    ['event_not_found', hall({ event: null }), seat(1)],
    ['event_not_found', hall({ event: { ...onSale, published: false } }), seat(1)],
    ['not_on_sale', hall({ event: { ...onSale, saleStartsMs: 1_001 } }), seat(1)],
    ['not_on_sale', hall({ event: { ...onSale, saleEndsMs: 1_000 } }), seat(1)],
    ['zone_not_found', hall(), { zoneId: 9, seatId: 1 }],
    ['seat_not_found', hall(), seat(99)],
    ['wrong_item_kind', hall(), { zoneId: floor, seatId: 1 }],
    ['wrong_item_kind', hall(), { zoneId: stalls, quantity: 1 }],
  ] as const)('is refused as %s, whatever else it asks for', (code, state, item) => {
    for (const mode of ['all', 'any'] as const) {
      expect(decide(state, [places(1), item], { mode })).toMatchObject({ code });
    }
    expect(state.sessionUnits.size).toBe(0);
  });

  test('is told when the sale opens', () => {
    const refused = decide(hall({ event: { ...onSale, saleStartsMs: 1_500 } }), [seat(1)]);
    expect(refused).toMatchObject({ details: { saleStartsAt: '1970-01-01T00:00:01.500Z' } });
  });
});

describe('the limit of a session', () => {
  test('refuses what passes it, and says how many it holds', () => {
    const state = hall({ sessionUnits: new Map([['ana', 3]]) }, 4);
    expect(decide(state, [places(2)])).toEqual(
      refusal('lock_limit_reached', { limit: 4, held: 3 }),
    );
    expect(taken(decide(state, [places(1)]))).toHaveLength(1);
    expect(decide(state, [seat(1)])).toEqual(refusal('lock_limit_reached', { limit: 4, held: 4 }));
  });

  test('counts what earlier claims of the same batch took, in any zone, and no other session’s', () => {
    const state = hall({}, 2);
    expect(taken(decide(state, [seat(1), places(1)]))).toHaveLength(2);
    expect(decide(state, [seat(2)])).toMatchObject({ code: 'lock_limit_reached' });
    expect(taken(decide(state, [seat(2)], { sessionKey: 'bea' }))).toHaveLength(1);
  });

  test('does not stand in the way of a seat that is held already', () => {
    const state = hall({}, 1);
    expect([1, 0]).toEqual([1, 2].map(() => taken(decide(state, [seat(1)])).length));
  });
});

describe('the claims of a batch', () => {
  test('are decided in order of arrival: the first has the seat, the second is told', () => {
    const state = hall();
    expect(taken(decide(state, [seat(1)]))).toHaveLength(1);
    expect(decide(state, [seat(1)], { sessionKey: 'bea' })).toEqual(
      refusal('items_unavailable', { items: [{ ...seat(1), reason: 'locked' }] }),
    );
  });

  test('that are refused leave everything to the next', () => {
    const state = hall({}, 4);
    expect(decide(state, [seat(1), places(9)])).toBeInstanceOf(DomainError);
    expect(decide(state, [places(4), seat(1)])).toBeInstanceOf(DomainError);
    expect(taken(decide(state, [seat(1), places(3)]))).toHaveLength(2);
  });

  test('never take more than a zone’s places, a seat’s one, and a session’s limit together', () => {
    const item = fc.oneof(
      fc.integer({ min: 1, max: 5 }).map(seat),
      fc.integer({ min: 1, max: 4 }).map(places),
    );
    const claims = fc.array(
      fc.record({
        items: fc.array(item, { minLength: 1, maxLength: 4 }),
        sessionKey: fc.constantFrom('ana', 'bea', 'eva'),
        mode: fc.constantFrom('all' as const, 'any' as const),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(claims, (batch) => {
        const state = hall({}, 5);
        const locks = batch.flatMap(({ items, ...who }) => taken(decide(state, items, who)));
        const units = (of: typeof locks) => of.reduce((sum, lock) => sum + lock.quantity, 0);
        expect(units(locks.filter((lock) => lock.seatId === null))).toBeLessThanOrEqual(8);
        const seats = locks.flatMap((lock) => lock.seatId ?? []);
        expect(new Set(seats).size).toBe(seats.length);
        expect(seats.every((id) => id <= 3)).toBe(true);
        for (const session of ['ana', 'bea', 'eva']) {
          const own = locks.filter((lock) => lock.claim.sessionKey === session);
          expect(units(own)).toBeLessThanOrEqual(5);
        }
      }),
    );
  });
});
