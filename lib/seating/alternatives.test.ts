import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alternativesFor } from './best';
import type { OrphanRule } from './lonely';
import { type Row, seatsOf, together } from './test-best-oracle';
import { drawn, type TestHall } from './test-halls';

function instead(hall: TestHall, group: number[], rule: OrphanRule = 'off', count = 3) {
  return alternativesFor(hall, hall.isFree, group, rule, count);
}
const blocks = (hall: TestHall, group: number[], rule?: OrphanRule, count?: number) =>
  instead(hall, group, rule, count).map((place) => place.blocks);

describe('a group that lost a seat', () => {
  test('is offered places for all of it, the nearest first, none of them overlapping', () => {
    const hall = drawn(['.....x..', '.........']);
    expect(blocks(hall, [4, 5])).toEqual([[[3, 4]], [[12, 13]], [[6, 7]]]);
  });

  test('may keep what is left of it, moved by one', () => {
    expect(blocks(drawn(['...x']), [1, 2, 3])).toEqual([[[0, 1, 2]]]);
  });

  test('is not offered itself', () => {
    expect(blocks(drawn(['..']), [0, 1])).toEqual([]);
    expect(blocks(drawn(['...']), [0, 1])).toEqual([[[1, 2]]]);
    expect(blocks(drawn(['.x.']), [0, 2])).toEqual([]);
  });

  test('looks in its own zone, at its price, then at any, before another zone', () => {
    const hall = drawn([
      { row: 'xx..', zone: 1, prices: [1000, 1000, 1500, 1500] },
      { row: '..', zone: 2, price: 1000 },
      { row: '..', zone: 1, price: 1000 },
    ]);
    expect(blocks(hall, [0, 1])).toEqual([[[6, 7]], [[2, 3]], [[4, 5]]]);
  });

  test('goes to a zone of its price, then to a cheaper one, then to a dearer', () => {
    const hall = drawn([
      { row: 'xx', zone: 1, price: 2000 },
      { row: '..', zone: 2, price: 3000 },
      { row: '..', zone: 3, price: 1000 },
      { row: '..', zone: 4, price: 2000 },
    ]);
    expect(blocks(hall, [0, 1])).toEqual([[[6, 7]], [[4, 5]], [[2, 3]]]);
  });

  test('leaves no seat alone where it can', () => {
    expect(blocks(drawn(['xx...', '..']), [0, 1], 'strict', 1)).toEqual([[[5, 6]]]);
  });

  test('sits side by side elsewhere rather than apart at home, and apart rather than nowhere', () => {
    const apart = { row: 'xx.x.', zone: 1 };
    expect(blocks(drawn([apart, { row: '..', zone: 2 }]), [0, 1])).toEqual([[[5, 6]]]);
    expect(instead(drawn([apart]), [0, 1])).toEqual([{ placement: 'split', blocks: [[2], [4]] }]);
    expect(blocks(drawn([apart]), [0, 1, 3])).toEqual([]);
  });

  test('with a wheelchair is offered a wheelchair place', () => {
    const hall = drawn(['AC..', 'xxca', '....']);
    expect(blocks(hall, [0, 1])).toEqual([[[6, 7]]]);
    expect(blocks(hall, [2, 3])).not.toContainEqual([[6, 7]]);
  });
});

test('the first offer is the nearest place side by side in the zones of the group', () => {
  const line = fc.record<Row>({
    row: fc.string({ unit: fc.constantFrom(...'.....xxxr|ac'), minLength: 1, maxLength: 8 }),
    zone: fc.constantFrom(1, 2),
    prices: fc.constant(new Array<number>(8).fill(1000)),
  });
  const groups = fc.record({ from: fc.nat(20), size: fc.integer({ min: 1, max: 4 }) });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), groups, (lines, { from, size }) => {
      const hall = drawn(lines);
      const { x, y, zones, flags } = hall.columns;
      const group = Array.from({ length: size }, (_, i) => from + i);
      fc.pre(group.every((seat) => flags[seat] === 0));
      const mean = (of: ArrayLike<number>) =>
        group.reduce((sum, seat) => sum + of[seat]!, 0) / size;
      const zoneIds = new Set(group.map((seat) => zones[seat]!));
      const wish = { quantity: size, accessible: 0, zoneIds, maxPrice: null, rule: 'off' } as const;
      const places = together(lines, seatsOf(lines, wish, [mean(x), mean(y)]), wish);
      const nearest = places.find(({ seats }) => !seats.every((seat) => group.includes(seat)));
      fc.pre(nearest !== undefined);
      expect(instead(hall, group, 'off', 1)).toEqual([
        { placement: 'together', blocks: [nearest!.seats] },
      ]);
    }),
    { numRuns: 500 },
  );
});

test('whatever was lost, the offers are free, whole, apart from each other and not the group', () => {
  const rows = fc.array(
    fc.record({
      row: fc.string({ unit: fc.constantFrom(...'.....xxxr|ac'), minLength: 1, maxLength: 9 }),
      zone: fc.constantFrom(1, 2, 3),
      price: fc.constantFrom(1000, 2000),
    }),
    { minLength: 1, maxLength: 5 },
  );
  const picks = fc.uniqueArray(fc.nat(44), { minLength: 1, maxLength: 5 });
  const rules = fc.constantFrom<OrphanRule>('off', 'lenient', 'strict');
  fc.assert(
    fc.property(rows, picks, rules, fc.integer({ min: 1, max: 4 }), (lines, picks, rule, count) => {
      const hall = drawn(lines);
      const group = picks.filter((seat) => seat < hall.prices.length);
      fc.pre(group.length > 0);
      const offers = instead(hall, group, rule, count);
      expect(offers.length).toBeLessThanOrEqual(count);
      const seats = offers.flatMap((offer) => offer.blocks.flat());
      expect(new Set(seats).size).toBe(group.length * offers.length);
      expect(seats.every(hall.isFree)).toBe(true);
      const wheelchairs = (of: number[]) =>
        of.filter((seat) => hall.columns.flags[seat]! & 1).length;
      for (const offer of offers) {
        expect(wheelchairs(offer.blocks.flat())).toBe(wheelchairs(group));
        expect(new Set(offer.blocks.flat())).not.toEqual(new Set(group));
      }
    }),
    { numRuns: 500 },
  );
});
