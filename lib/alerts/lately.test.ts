import { expect, test } from 'vitest';
import { Lately } from './lately';

const minute = 60_000;
/** Rounds of three seconds, for a while: which houses were looked at again, round by round. */
function rounds(lately: Lately, fromMs: number, forMs: number): number[][] {
  const told: number[][] = [];
  for (let nowMs = fromMs; nowMs < fromMs + forMs; nowMs += 3_000) {
    lately.begin([], nowMs);
    const due = lately.due();
    for (const tenantId of due) lately.looked(tenantId);
    told.push(due);
  }
  return told;
}

test('a house where something was locked is looked at again each minute, until no rule reaches back so far', () => {
  const lately = new Lately(10 * minute);
  lately.begin([7], 0);
  lately.looked(7);
  expect(rounds(lately, 3_000, 10 * minute).flat()).toEqual(Array(10).fill(7));
  expect(rounds(lately, 11 * minute, 5 * minute).flat()).toEqual([]);
  expect(lately.all).toEqual([]);
});

test('houses that were locked in before a restart are looked at within a minute of it', () => {
  const lately = new Lately(60 * minute);
  lately.begin([1], 0);
  lately.looked(1);
  const houses = Array.from({ length: 50 }, (_, n) => n + 2);
  lately.recall([1, ...houses], 0);
  const told = rounds(lately, 3_000, minute - 3_000);
  expect(told.flat()).toEqual(houses);
  expect(Math.max(...told.map(({ length }) => length))).toBe(3);
});

test('many houses take turns, a few in each round, and none waits much longer than a minute', () => {
  const lately = new Lately(60 * minute);
  const houses = Array.from({ length: 100 }, (_, n) => n + 1);
  lately.begin(houses, 0);
  for (const tenantId of houses) lately.looked(tenantId);
  const told = rounds(lately, 3_000, 2 * minute);
  expect(Math.max(...told.map(({ length }) => length))).toBe(5);
  expect(new Set(told.flat())).toEqual(new Set(houses));
});
