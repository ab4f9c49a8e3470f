import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BestWish, bestSeats } from './best';
import type { OrphanRule } from './lonely';
import { count, leastSplit, type Row, seatsOf, together } from './test-best-oracle';
import { drawn } from './test-halls';
import { spoilt } from './test-oracle';

const rows = fc.array(
  fc.record<Row>({
    row: fc.string({ unit: fc.constantFrom(...'......xxr|ac'), minLength: 1, maxLength: 8 }),
    zone: fc.constantFrom(1, 2),
    prices: fc.array(fc.constantFrom(1000, 1000, 1000, 2000), { minLength: 8, maxLength: 8 }),
    shift: fc.integer({ min: 0, max: 4 }).map((halves) => halves / 2),
  }),
  { minLength: 2, maxLength: 4 },
);
const wishes = (accessible: fc.Arbitrary<number>) =>
  fc.record<BestWish>({
    quantity: fc.integer({ min: 1, max: 6 }),
    accessible,
    zoneIds: fc.constantFrom(null, null, new Set([1])),
    maxPrice: fc.constantFrom(null, null, 1000),
    rule: fc.constantFrom<OrphanRule>('off', 'lenient', 'strict'),
  });
const anyHall = { numRuns: 500 };

describe('in whatever small hall', () => {
  const noWheelchair = wishes(fc.constant(0));
  const anyWish = wishes(fc.constantFrom(0, 0, 1, 2));
  const pick = (hall: Row[], wish: BestWish) => {
    const built = drawn(hall);
    return bestSeats(built, built.isFree, wish);
  };

  test('only free seats that were asked for are picked, and none only where there are too few', () => {
    fc.assert(
      fc.property(rows, anyWish, (hall, wish) => {
        const { quantity, accessible } = wish;
        const seats = seatsOf(hall, wish);
        const wanted = seats.filter((seat) => seat.wanted);
        const others = count(wanted, accessible > 0 ? '.rc' : '.r');
        const enough =
          accessible <= quantity &&
          count(wanted, 'a') >= accessible &&
          others >= quantity - accessible;
        const found = pick(hall, wish);
        expect(found !== null).toBe(enough);
        if (!found) return;
        const taken = found.blocks.flat().map((number) => seats[number]!);
        expect(new Set(taken).size).toBe(quantity);
        expect(taken.every((seat) => seat.wanted)).toBe(true);
        expect(count(taken, 'a')).toBe(accessible);
        if (accessible === 0) expect(count(taken, 'c')).toBe(0);
        expect(found.placement).toBe(found.blocks.length === 1 ? 'together' : 'split');
      }),
      anyHall,
    );
  });

  test('who can sit side by side gets the very best of such seats', () => {
    fc.assert(
      fc.property(rows, anyWish, (hall, wish) => {
        const best = together(hall, seatsOf(hall, wish), wish).find(({ allowed }) => allowed);
        fc.pre(best !== undefined);
        expect(pick(hall, wish)).toEqual({ placement: 'together', blocks: [best!.seats] });
      }),
      anyHall,
    );
  });

  test('no seat is left alone where seats side by side leave none', () => {
    fc.assert(
      fc.property(rows, noWheelchair, (hall, wish) => {
        const seats = seatsOf(hall, wish);
        fc.pre(together(hall, seats, wish).some(({ key }) => key[0] === 0));
        const { line } = seats[pick(hall, wish)!.blocks[0]![0]!]!;
        const places = pick(hall, wish)!
          .blocks.flat()
          .map((number) => seats[number]!.at);
        expect(spoilt(hall[line]!.row, 'strict', places)).toEqual([]);
      }),
      anyHall,
    );
  });

  test('who cannot sits in the fewest blocks, the fewest alone, and leaves the fewest alone', () => {
    fc.assert(
      fc.property(rows, noWheelchair, (hall, anyWish) => {
        // With a price between them, two blocks can leave alone a dearer seat that each would spare.
        const wish = { ...anyWish, maxPrice: null };
        const seats = seatsOf(hall, wish);
        fc.pre(together(hall, seats, wish).length === 0);
        const found = pick(hall, wish);
        const least = leastSplit(hall, seats, wish.quantity);
        expect(found === null).toBe(least === null);
        if (!found) return;
        let left = 0;
        for (const [line, { row }] of hall.entries()) {
          const inRow = found.blocks.flat().filter((number) => seats[number]!.line === line);
          left += spoilt(
            row,
            'strict',
            inRow.map((number) => seats[number]!.at),
          ).length;
        }
        const alone = found.blocks.filter((block) => block.length === 1).length;
        expect({ blocks: found.blocks.length, alone, left }).toEqual(least);
      }),
      anyHall,
    );
  });
});
