import { expect, test } from 'vitest';
import { inTurns } from './turns';

/** Which house had which turn, of houses with so many batches to do. */
async function turnsOf(batches: Record<string, number>, turnsMax: number): Promise<string> {
  const left = { ...batches };
  let taken = '';
  await inTurns(Object.keys(batches), turnsMax, async (house) => {
    taken += house;
    left[house] = (left[house] as number) - 1;
    return (left[house] as number) > 0;
  });
  return taken;
}

test('a house with a long backlog leaves the others as much of a run as it takes', async () => {
  expect(await turnsOf({ a: 100, b: 2, c: 3 }, 9)).toBe('abcabcaca');
});

test('every house has one turn, however many they are, and a run comes to an end', async () => {
  expect(await turnsOf({ a: 9, b: 9, c: 9 }, 2)).toBe('abc');
  expect(await turnsOf({ a: 9, b: 9 }, 3)).toBe('abab');
  expect(await turnsOf({}, 3)).toBe('');
});
