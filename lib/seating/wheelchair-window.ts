import { seatFlag } from '@/lib/events/seat-codes';
import { isRegular, leftAlone, type SeatTest } from './lonely';
import { orphansOf } from './orphans';
import type { Quest } from './segments';

/**
 * The best seats side by side with just `accessible` wheelchair places among them, or null. After
 * the seats left alone it counts how few of the others sit elsewhere than in companions' places.
 */
export function wheelchairWindow(
  quest: Quest,
  accessible: number,
  wheelchairs: readonly number[],
  isOpen: SeatTest,
): number[] | null {
  const { index, quantity, rule, isFree, approach, excluded } = quest;
  const { rows, columns } = index.hall;
  const { flags } = columns;
  let best: number[] | null = null;
  let bestKey: number[] = [];
  for (const run of new Set(wheelchairs.map((seat) => rows.runOf[seat]!))) {
    for (let at = rows.starts[run]!; at + quantity <= rows.starts[run + 1]!; at += 1) {
      const seats = Array.from(rows.order.subarray(at, at + quantity));
      if (!seats.every(isOpen) || (excluded && seats.every((seat) => excluded.has(seat)))) continue;
      const wheels = seats.filter((seat) => flags[seat]! & seatFlag.accessible).length;
      if (wheels !== accessible) continue;
      const isChosen = (seat: number) => seats.includes(seat);
      const spoils = leftAlone(index.layout, 'strict', isFree, seats, isChosen).length > 0 ? 1 : 0;
      if (spoils && orphansOf(rows, flags, rule, isFree, seats).length > 0) continue;
      const regular = seats.filter((seat) => isRegular(flags, seat)).length;
      const cost = seats.reduce((sum, seat) => sum + approach.costOf(seat), 0);
      const key = [spoils, regular, cost, Math.min(...seats)];
      if (best && !isBefore(key, bestKey)) continue;
      best = seats;
      bestKey = key;
    }
  }
  return best;
}

function isBefore(key: readonly number[], other: readonly number[]): boolean {
  const differs = key.findIndex((value, i) => value !== other[i]);
  return differs >= 0 && key[differs]! < other[differs]!;
}
