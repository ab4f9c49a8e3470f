import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type OrphanRule, orphansOf } from './orphans';
import { drawn } from './test-halls';
import { spoilt, windows } from './test-oracle';

function verdicts(row: string, rule: OrphanRule, chosen: number[]) {
  const { rows, columns, isFree } = drawn([row]);
  return orphansOf(rows, columns.flags, rule, isFree, chosen);
}

const signs = fc.constantFrom(...'.......xxx||aAcC');
const rowsDrawn = fc.string({ unit: signs, minLength: 1, maxLength: 24 });
const rules = fc.constantFrom<OrphanRule>('lenient', 'strict');
const picks = fc.array(fc.nat(), { minLength: 1, maxLength: 5 });
const anyRun = { numRuns: 500 };

/** A choice among the free places of a row, as positions in its drawing. */
function choiceOf(row: string, among: string, picks: readonly number[]): number[] {
  const free = [...row].flatMap((sign, at) => (among.includes(sign) ? at : []));
  if (free.length === 0) return [];
  const [first, ...others] = picks.map((pick) => pick % free.length);
  // Mostly near each other, as people choose.
  const near = others.map((pick) => (pick % 3 === 0 ? pick : (first! + (pick % 4)) % free.length));
  return [...new Set([first!, ...near])].map((at) => free[at]!);
}

function judged(row: string, rule: OrphanRule, chosen: readonly number[]) {
  const seatAt = [...row].map((_, at) => row.slice(0, at).replaceAll('|', '').length);
  const atOf = [...row].flatMap((sign, at) => (sign === '|' ? [] : at));
  const told = verdicts(
    row,
    rule,
    chosen.map((at) => seatAt[at]!),
  );
  const back = (seats: readonly number[]) => seats.map((seat) => atOf[seat]!);
  return told.map(({ lonely, moves, chosen: own }) => ({
    chosen: back(own),
    lonely: back(lonely),
    moves: moves.map(back),
  }));
}

const sorted = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b);
const regularOf = (row: string, seats: readonly number[]) => seats.filter((at) => row[at] === '.');

describe('whatever the row, the rule and the choice', () => {
  test('the verdict is that of the rule’s own words', () => {
    fc.assert(
      fc.property(rowsDrawn, rules, picks, (row, rule, picked) => {
        const chosen = choiceOf(row, '.ac', picked);
        const alone = spoilt(row, rule, chosen);
        const size = regularOf(row, chosen).length;
        const givesWay = windows(row, rule, size).length === 0;
        const [verdict, ...others] = judged(row, rule, chosen);
        expect(others).toEqual([]);
        const told = verdict && { lonely: sorted(verdict.lonely), chosen: sorted(verdict.chosen) };
        const expected = { lonely: sorted(alone), chosen: sorted(chosen) };
        expect(told).toEqual(alone.length === 0 || givesWay ? undefined : expected);
      }),
      anyRun,
    );
  });

  test('every move is free, of the right size, and satisfies the rule', () => {
    fc.assert(
      fc.property(rowsDrawn, rules, picks, (row, rule, picked) => {
        const chosen = choiceOf(row, '.ac', picked);
        for (const { moves, lonely } of judged(row, rule, chosen)) {
          const whole = moves.at(-1)!;
          expect(sorted(whole)).toEqual(sorted([...chosen, ...lonely]));
          const others = moves.slice(0, -1);
          expect(others.length).toBeGreaterThan(0);
          for (const move of moves) {
            expect(new Set(move).size).toBe(move.length);
            for (const at of move) expect('.ac').toContain(row[at]);
            expect(spoilt(row, rule, move)).toEqual([]);
          }
          for (const move of others) {
            expect(move.length).toBe(chosen.length);
            const regular = sorted(regularOf(row, move));
            expect(regular.at(-1)! - regular[0]!).toBe(regular.length - 1);
          }
        }
      }),
      anyRun,
    );
  });

  test('the moves are the nearest that there are', () => {
    fc.assert(
      fc.property(rowsDrawn, rules, picks, (row, rule, picked) => {
        const chosen = regularOf(row, choiceOf(row, '.', picked));
        const places = [...row].flatMap((sign, at) => (sign === '|' ? [] : at));
        const middle = (seats: readonly number[]) =>
          seats.reduce((sum, at) => sum + places.indexOf(at), 0) / seats.length;
        const away = (seats: readonly number[]) => Math.abs(middle(seats) - middle(chosen));
        for (const { moves } of judged(row, rule, chosen)) {
          const all = windows(row, rule, chosen.length).map(away);
          const expected = sorted(all).slice(0, 3);
          const got = moves.slice(0, -1).map(away);
          expect(got.length).toBe(expected.length);
          for (const [i, distance] of got.entries()) expect(distance).toBeCloseTo(expected[i]!, 9);
        }
      }),
      anyRun,
    );
  });

  test('a buyer of one is never shut out of a row with a free seat', () => {
    fc.assert(
      fc.property(rowsDrawn, rules, (row, rule) => {
        const free = regularOf(
          row,
          [...row].map((_, at) => at),
        );
        const allowed = free.filter((at) => judged(row, rule, [at]).length === 0);
        expect(allowed.length > 0).toBe(free.length > 0);
      }),
      anyRun,
    );
  });
});
