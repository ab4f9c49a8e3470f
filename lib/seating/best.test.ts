import { describe, expect, test } from 'vitest';
import { type BestWish, bestSeats } from './best';
import { drawn, type TestHall } from './test-halls';

const anyone: BestWish = {
  quantity: 2,
  accessible: 0,
  zoneIds: null,
  maxPrice: null,
  rule: 'strict',
};

function best(hall: TestHall, wish: Partial<BestWish>) {
  return bestSeats(hall, hall.isFree, { ...anyone, ...wish });
}

describe('a group asks for the best seats', () => {
  test('and sits side by side, nearest to the focus', () => {
    const hall = drawn(['........', '........'], [3.5, -2]);
    expect(best(hall, { quantity: 4 })).toEqual({ placement: 'together', blocks: [[2, 3, 4, 5]] });
  });

  test('and gets the lower seats of two that are as near', () => {
    expect(best(drawn(['....'], [1.5, -2]), { quantity: 1 })?.blocks).toEqual([[0]]);
    expect(best(drawn(['......'], [2.5, -2]), { quantity: 1 })?.blocks).toEqual([[2]]);
  });

  test('and sits further back rather than leave a seat alone', () => {
    expect(best(drawn(['...', '....']), { rule: 'off' })?.blocks).toEqual([[5, 6]]);
  });

  test('and leaves one alone only where the rule lets it', () => {
    const rows = ['x...x', 'x.x'];
    expect(best(drawn(rows), { rule: 'off' })?.blocks).toEqual([[2, 3]]);
    expect(best(drawn(['...', '.x.x.']), { rule: 'lenient' })?.placement).toBe('together');
    // Two of three in the only row that has two: the rule gives way.
    expect(best(drawn(rows), {})?.blocks).toEqual([[2, 3]]);
  });

  test('and splits rather than break the rule for a price', () => {
    const hall = drawn([
      { row: '...x..', prices: [1000, 1000, 1000, 0, 3000, 3000] },
      { row: '.', price: 1000 },
    ]);
    expect(best(hall, { maxPrice: 1000 })?.placement).toBe('split');
    expect(best(hall, { maxPrice: 1000, rule: 'off' })?.placement).toBe('together');
  });

  test('and is seated against the rule where all that it can pay lies side by side', () => {
    const hall = drawn([{ row: '...x..', prices: [1000, 1000, 1000, 0, 3000, 3000] }]);
    expect(best(hall, { maxPrice: 1000 })).toEqual({ placement: 'together', blocks: [[1, 2]] });
  });

  test('and sees the whole stage rather than sit nearer', () => {
    expect(best(drawn(['rrrr', '....']), {})?.blocks).toEqual([[6, 7]]);
    expect(best(drawn(['..xx', 'rrrr']), {})?.blocks).toEqual([[0, 1]]);
    expect(best(drawn(['rrr.', 'x.x.']), {})?.placement).toBe('together');
  });

  test('within its zones and its price, or not at all', () => {
    const hall = drawn([
      { row: '....', zone: 1, price: 5000 },
      { row: '....', zone: 2, price: 3000 },
    ]);
    expect(best(hall, { quantity: 4, maxPrice: 3000 })?.blocks).toEqual([[4, 5, 6, 7]]);
    expect(best(hall, { quantity: 4, zoneIds: new Set([1]) })?.blocks).toEqual([[0, 1, 2, 3]]);
    expect(best(hall, { quantity: 4, zoneIds: new Set([1]), maxPrice: 3000 })).toBeNull();
    expect(best(hall, { quantity: 9 })).toBeNull();
  });
});

describe('a group that finds no place side by side', () => {
  test('sits in two rows behind each other rather than at the ends of one', () => {
    const hall = drawn(['..xxxxxx..', 'xxxxxxxx..', 'xxxxxxxxxx'], [0, -2]);
    expect(best(hall, { quantity: 4 })).toEqual({
      placement: 'split',
      blocks: [
        [8, 9],
        [18, 19],
      ],
    });
  });

  test('leaves nobody to sit alone who need not', () => {
    const hall = drawn(['...xxx.', '..']);
    expect(best(hall, { quantity: 4 })?.blocks.map(({ length }) => length)).toEqual([2, 2]);
  });

  test('breaks up as little as it can', () => {
    const hall = drawn(['.x.x.x.', 'xxxxxxx', '.......x'], [0, -2]);
    expect(best(hall, { quantity: 8 })?.blocks.map(({ length }) => length)).toEqual([7, 1]);
  });
});

describe('who comes in a wheelchair', () => {
  test('has the companion in the place beside', () => {
    const hall = drawn(['....', '..ac', '..ca']);
    expect(best(hall, { accessible: 1 })).toEqual({ placement: 'together', blocks: [[6, 7]] });
  });

  test('has the rest of the company in regular seats beside, else as near as can be', () => {
    expect(best(drawn(['.....', '...ac']), { quantity: 3, accessible: 1 })?.blocks).toEqual([
      [7, 8, 9],
    ]);
    const hall = drawn(['xxxx', 'xxac', '....', '....']);
    expect(best(hall, { quantity: 4, accessible: 1 })).toEqual({
      placement: 'split',
      blocks: [
        [6, 7],
        [10, 11],
      ],
    });
  });

  test('sits near a friend in another wheelchair', () => {
    const hall = drawn(['acxxxxxxxxxxxxx', 'xxxxxxxxxxxxxxx', 'xxxxxxxxxxacxac'], [0, -2]);
    expect(best(hall, { quantity: 4, accessible: 2 })?.blocks).toEqual([
      [40, 41],
      [43, 44],
    ]);
  });

  test('has the others beside, not between two wheelchairs that are far apart', () => {
    const hall = drawn(['..xac', '.....', '.....', '.....', '.....', '..xac'], [3, -2]);
    const found = best(hall, { quantity: 6, accessible: 2 });
    expect(found?.blocks).toEqual([
      [3, 4],
      [8, 9],
      [28, 29],
    ]);
  });

  test('is told when there are too few places, and nobody else is given one', () => {
    const hall = drawn(['ac.', 'xxx']);
    expect(best(hall, { quantity: 2, accessible: 2 })).toBeNull();
    expect(best(hall, { quantity: 1, accessible: 2 })).toBeNull();
    expect(best(hall, { quantity: 3, accessible: 1 })?.blocks).toEqual([[0, 1, 2]]);
    expect(best(hall, { quantity: 2 })).toBeNull();
  });
});
