import { seatFlag } from '@/lib/events/seat-codes';
import type { SeatRows } from './rows';

export type OrphanRule = 'off' | 'lenient' | 'strict';

/** Where the seats stand and what kind they are. */
export type Layout = { rows: SeatRows; flags: ArrayLike<number> };

/** By seat, as an index into the columns. */
export type SeatTest = (seat: number) => boolean;

/** Neither a wheelchair's place nor its companion's: those are exempt from the orphan rule. */
export function isRegular(flags: ArrayLike<number>, seat: number): boolean {
  return (flags[seat]! & (seatFlag.accessible | seatFlag.companion)) === 0;
}

/** The regular seat `step` places along the run, or -1 where the run ends for the rule. */
function beside({ rows, flags }: Layout, seat: number, step: -1 | 1): number {
  const run = rows.runOf[seat]!;
  const at = rows.starts[run]! + rows.placeOf[seat]! + step;
  if (at < rows.starts[run]! || at >= rows.starts[run + 1]!) return -1;
  const other = rows.order[at]!;
  return isRegular(flags, other) ? other : -1;
}

/**
 * The seats that a choice would leave lonely: free, with no free neighbour left, though there was
 * one. The lenient rule does not count those at the end of a run.
 */
export function leftAlone(
  layout: Layout,
  rule: OrphanRule,
  isFree: SeatTest,
  chosen: Iterable<number>,
  isChosen: SeatTest,
): number[] {
  if (rule === 'off') return [];
  const alone: number[] = [];
  for (const seat of chosen) {
    if (!isRegular(layout.flags, seat)) continue;
    for (const step of [-1, 1] as const) {
      const left = beside(layout, seat, step);
      if (left < 0 || isChosen(left) || !isFree(left)) continue;
      const beyond = beside(layout, left, step);
      if (beyond < 0 ? rule === 'lenient' : !isChosen(beyond) && isFree(beyond)) continue;
      if (!alone.includes(left)) alone.push(left);
    }
  }
  return alone;
}

/** The choices of `size` free regular seats side by side in a row that satisfy the rule. */
export function* fittingWindows(
  layout: Layout,
  rule: OrphanRule,
  isFree: SeatTest,
  row: number,
  size: number,
): Generator<number[]> {
  const { order, starts, rows } = layout.rows;
  for (const run of rows[row]!.runs) {
    let length = 0;
    for (let at = starts[run]!; at < starts[run + 1]!; at += 1) {
      const seat = order[at]!;
      length = isRegular(layout.flags, seat) && isFree(seat) ? length + 1 : 0;
      if (length < size) continue;
      const window = Array.from(order.subarray(at - size + 1, at + 1));
      const isChosen = (other: number) => window.includes(other);
      if (leftAlone(layout, rule, isFree, window, isChosen).length === 0) yield window;
    }
  }
}
