import { describe, expect, test } from 'vitest';
import { type OrphanRule, orphansOf } from './orphans';
import { drawn } from './test-halls';

function verdicts(row: string, rule: OrphanRule, chosen: number[]) {
  const { rows, columns, isFree } = drawn([row]);
  return orphansOf(rows, columns.flags, rule, isFree, chosen);
}

describe('a choice that leaves a single seat behind', () => {
  test('is told with the seat, with what else would do, and with that seat added', () => {
    expect(verdicts('......', 'strict', [1, 2])).toEqual([
      {
        row: 0,
        chosen: [1, 2],
        lonely: [0],
        moves: [
          [0, 1],
          [2, 3],
          [4, 5],
          [1, 2, 0],
        ],
      },
    ]);
  });

  test('may leave the end of the row alone where the rule is lenient, but no seat within', () => {
    expect(verdicts('......', 'lenient', [1, 2])).toEqual([]);
    expect(verdicts('x.....', 'lenient', [2, 3])[0]?.lonely).toEqual([1]);
    expect(verdicts('..|...', 'lenient', [3, 4])).toEqual([]);
  });

  test('is nobody’s business where the rule is off', () => {
    expect(verdicts('......', 'off', [1, 2])).toEqual([]);
  });

  test('may take one of two where nothing else is left for one', () => {
    expect(verdicts('..x..', 'strict', [0])).toEqual([]);
    expect(verdicts('..x.x..', 'strict', [0])[0]?.moves).toEqual([[3], [0, 1]]);
  });

  test('is measured against the whole row, not against the part beside the aisle', () => {
    expect(verdicts('...|..', 'strict', [3])[0]?.moves[0]).toEqual([2]);
  });

  test('does not answer for seats that were alone before', () => {
    expect(verdicts('.x....', 'strict', [2, 3])).toEqual([]);
  });

  test('leaves wheelchair places and companions’ out of it, both as left and as taken', () => {
    expect(verdicts('.ca.', 'strict', [0])).toEqual([]);
    expect(verdicts('..a..', 'strict', [2])).toEqual([]);
    expect(verdicts('a.....', 'strict', [0, 2])[0]).toMatchObject({
      lonely: [1],
      moves: [
        [0, 1],
        [0, 3],
        [0, 5],
        [0, 2, 1],
      ],
    });
  });

  test('is told row by row', () => {
    const { rows, columns, isFree } = drawn(['....', '....', '....']);
    const spoilt = orphansOf(rows, columns.flags, 'strict', isFree, [1, 4, 5, 9]);
    expect(spoilt.map(({ row, lonely }) => [row, lonely])).toEqual([
      [0, [0]],
      [2, [8]],
    ]);
  });
});
