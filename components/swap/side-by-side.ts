import type { HallColumns } from '@/lib/events/packed-geometry';

/** Neighbours are a seat's pitch apart, a little more on a curve; an aisle is wider. */
const apartMaxUnits = 1.4;

/** Seats by id in groups of those that are side by side in a row. */
export function sideBySide(
  { zones, rows, x, y }: Pick<HallColumns, 'zones' | 'rows' | 'x' | 'y'>,
  indexOf: (seatId: number) => number,
  seatIds: readonly number[],
): number[][] {
  const seats = seatIds
    .map((id) => ({ id, at: indexOf(id) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => x[a.at]! - x[b.at]! || y[a.at]! - y[b.at]!);
  const groups: { id: number; at: number }[][] = [];
  for (const seat of seats) {
    const group = groups.find((others) => {
      const { at } = others.at(-1)!;
      const sameRow = zones[at] === zones[seat.at] && rows[at] === rows[seat.at];
      return sameRow && Math.hypot(x[at]! - x[seat.at]!, y[at]! - y[seat.at]!) <= apartMaxUnits;
    });
    if (group) group.push(seat);
    else groups.push([seat]);
  }
  return groups.map((group) => group.map(({ id }) => id));
}
