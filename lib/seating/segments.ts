import type { Approach } from './approach';
import type { HallIndex, Stretch } from './hall-index';
import type { OrphanRule, SeatTest } from './lonely';

/** One search: who is to be seated where, and what is free. */
export type Quest = {
  index: HallIndex;
  approach: Approach;
  quantity: number;
  rule: OrphanRule;
  isFree: SeatTest;
  /** Whether a free seat is among those wanted: its zone, its price. */
  allows: SeatTest;
  /** A set of as many seats that is not to be found again. */
  excluded: ReadonlySet<number> | null;
};

/**
 * Free wanted seats side by side, as positions in `rows.order`. `before` and `after` count the
 * free seats next to them that are not wanted, no further than two.
 */
export type SegmentVisit = (from: number, to: number, before: number, after: number) => void;

/** Visits the segments of a stretch in walking order. */
export function eachSegment(
  { index, isFree, allows }: Quest,
  { from, to }: Stretch,
  visit: SegmentVisit,
): void {
  const { order } = index.hall.rows;
  let [freeFrom, openFrom] = [-1, -1];
  for (let at = from; at <= to; at += 1) {
    const free = at < to && isFree(order[at]!);
    const open = free && allows(order[at]!);
    if (!open && openFrom >= 0) {
      const after = !free ? 0 : at + 1 < to && isFree(order[at + 1]!) ? 2 : 1;
      visit(openFrom, at, Math.min(openFrom - freeFrom, 2), after);
      openFrom = -1;
    }
    if (!free) freeFrom = -1;
    else if (freeFrom < 0) freeFrom = at;
    if (open && openFrom < 0) openFrom = at;
  }
}
