import { expect, test } from 'vitest';
import { column } from '@/lib/heat/columns';
import { figureOf, sortedBy } from './columns';
import { readHeat } from './heat-data';
import { figuresOfPlaces, figuresOfSeats, totalOf } from './place-figures';

const ids = [10, 11, 15, 16];
const data = readHeat(
  {
    seats: {
      ids: column([10, 1, 5, 4]),
      locks: column([4, 1, 2, 9]),
      sold: column([1, 0, 1, 9]),
      abandoned: column([3, 0, 1, 0]),
      soldAfter: column([12, -1, 90, 5]),
    },
    zones: [{ id: 2, locks: 8, sold: 3, abandoned: 4, soldAfter: 30 }],
  },
  (id) => ids.indexOf(id),
  ids.length,
);
/** Sold, held, sold, kept off sale. */
const moment = Uint8Array.from([2, 1, 2, 3]);

test('seats are counted by the moment and by what became of them; those kept off sale are no places', () => {
  expect(figuresOfSeats([0, 1, 2, 3], moment, moment, data)).toEqual({
    places: 3,
    free: 0,
    held: 1,
    taken: 2,
    locks: 7,
    sold: 2,
    abandoned: 4,
    most: 4,
    soldAfter: 12,
  });
});

test('a seat of another map counts nowhere', () => {
  expect(data.locks.reduce((sum, locks) => sum + locks, 0)).toBe(7);
});

test('places of a general zone are told by the moment given, and the whole hall by all zones', () => {
  const stalls = { figures: figuresOfSeats([0, 1, 2, 3], moment, moment, data) };
  const floor = { figures: figuresOfPlaces(2, 10, { locked: 1, sold: 3 }, data) };
  expect(floor.figures).toMatchObject({ places: 10, free: 6, held: 1, taken: 3, soldAfter: 30 });
  const total = totalOf([stalls, floor], data);
  expect(total).toMatchObject({ places: 13, locks: 15, sold: 5, abandoned: 8, most: 4 });
  expect(figureOf('lostShare', total)).toBeCloseTo(8 / 13);
  const never = { figures: figuresOfPlaces(3, 10, { locked: 0, sold: 0 }, data) };
  const order = (down: boolean) => sortedBy([never, floor, stalls], 'lostShare', down);
  expect(order(true)).toEqual([stalls, floor, never]);
  expect(order(false)).toEqual([floor, stalls, never]);
});
