import { fittingWindows, isRegular, type Layout, leftAlone, type OrphanRule } from './lonely';
import type { SeatRows } from './rows';

export type { OrphanRule } from './lonely';

export type OrphanVerdict = {
  row: number;
  /** The seats of the choice in this row. */
  chosen: number[];
  /** Those that it would leave alone. */
  lonely: number[];
  /**
   * What could be chosen in this row instead: up to three choices of as many seats, side by side,
   * nearest first; then the choice together with the lonely seats.
   */
  moves: number[][];
};

const movesMax = 3;

/**
 * One verdict for each row that a choice of free seats would spoil; none when it may be taken.
 * A seat is lonely when it is free and has no free neighbour in its run. `strict`: no seat may
 * become lonely; `lenient`: none between two taken ones. Wheelchair places and their companions'
 * are exempt, and end a run. The rule gives way in a row where no choice of as many seats side
 * by side satisfies it. `isFree` is as before the choice.
 */
export function orphansOf(
  rows: SeatRows,
  flags: ArrayLike<number>,
  rule: OrphanRule,
  isFree: (seat: number) => boolean,
  chosen: readonly number[],
): OrphanVerdict[] {
  if (rule === 'off') return [];
  const layout: Layout = { rows, flags };
  const taken = new Set(chosen);
  const verdicts: OrphanVerdict[] = [];
  for (const [row, seats] of byRow(rows, taken)) {
    const lonely = leftAlone(layout, rule, isFree, seats, (seat) => taken.has(seat));
    if (lonely.length === 0) continue;
    const regular = seats.filter((seat) => isRegular(flags, seat));
    const others = [...fittingWindows(layout, rule, isFree, row, regular.length)];
    if (others.length === 0) continue;
    const exempt = seats.filter((seat) => !isRegular(flags, seat));
    const middle = middleOf(rows, regular);
    const nearest = others
      .map((window) => ({ window, away: Math.abs(middleOf(rows, window) - middle) }))
      .sort((a, b) => a.away - b.away)
      .slice(0, movesMax)
      .map(({ window }) => [...exempt, ...window]);
    verdicts.push({ row, chosen: seats, lonely, moves: [...nearest, [...seats, ...lonely]] });
  }
  return verdicts;
}

function byRow({ runOf, rowOfRun }: SeatRows, seats: Iterable<number>): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const seat of seats) {
    const row = rowOfRun[runOf[seat]!]!;
    const inRow = found.get(row);
    if (inRow) inRow.push(seat);
    else found.set(row, [seat]);
  }
  return found;
}

/** The middle of some seats of a row, in places along it. */
function middleOf({ starts, runOf, placeOf }: SeatRows, seats: readonly number[]): number {
  let sum = 0;
  for (const seat of seats) sum += starts[runOf[seat]!]! + placeOf[seat]!;
  return sum / seats.length;
}
