import { seatState } from '@/lib/events/seat-codes';
import type { SeatColumns } from '@/lib/seating/rows';

export type SeatsSeen = {
  indexOf(seatId: number): number;
  states: Uint8Array;
  mine: ReadonlySet<number>;
  pending: ReadonlySet<number>;
};

/**
 * As many free seats as were lost, nearest first to the one lost, in the same row of the same zone.
 * @returns indices in the geometry, in seat order
 */
export function freeNearby(
  geometry: SeatColumns,
  seats: SeatsSeen,
  lostIds: readonly number[],
): number[] {
  const lost = new Set(lostIds);
  const centre = seats.indexOf(lostIds[0] ?? -1);
  if (centre < 0) return [];
  const isFree = (index: number) => {
    const id = geometry.ids[index]!;
    return (
      seats.states[index] === seatState.free &&
      !lost.has(id) &&
      !seats.mine.has(id) &&
      !seats.pending.has(id)
    );
  };
  const distance = (index: number) =>
    Math.hypot(geometry.x[index]! - geometry.x[centre]!, geometry.y[index]! - geometry.y[centre]!);
  const inRow: number[] = [];
  for (let index = 0; index < geometry.ids.length; index++) {
    const sameRow =
      geometry.zones[index] === geometry.zones[centre] &&
      geometry.rows[index] === geometry.rows[centre];
    if (sameRow && isFree(index)) inRow.push(index);
  }
  return inRow
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, lostIds.length)
    .sort((a, b) => a - b);
}
