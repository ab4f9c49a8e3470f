import type { HallSeat } from './hall';

/** How large the groups are that buy together, and how often in a hundred. */
const partySizes: [size: number, percent: number][] = [
  [1, 8],
  [2, 46],
  [3, 14],
  [4, 21],
  [5, 6],
  [6, 5],
];
const meanSize = partySizes.reduce((sum, [size, percent]) => sum + (size * percent) / 100, 0);

/** No wider than this between two middles, or there is an aisle between. */
const neighbourUnits = 1.45;

function partySize(random: () => number): number {
  let left = random() * 100;
  for (const [size, percent] of partySizes) {
    left -= percent;
    if (left < 0) return size;
  }
  return 2;
}

/** Slow waves over the hall: some corners are liked, others fill later. From -1 to 1. */
function liking(x: number, y: number, phase: number): number {
  return Math.sin(x / 11 + phase) * Math.sin(y / 8 + phase * 2);
}

function adjacent(a: HallSeat | undefined, b: HallSeat | undefined): boolean {
  if (!a || !b || a.row !== b.row || b.blocked) return false;
  return Math.hypot(a.x - b.x, a.y - b.y) <= neighbourUnits;
}

/**
 * Groups of one to six neighbours in a row that fill about `share` of the seats, in clumps.
 * @returns indexes into `seats`, which are in the order of their rows; no index twice.
 */
export function parties(
  seats: readonly HallSeat[],
  share: number,
  random: () => number,
  phase: number,
): number[][] {
  const groups: number[][] = [];
  const swing = Math.min(share, 1 - share) * 0.85;
  for (let i = 0; i < seats.length; i += 1) {
    const seat = seats[i]!;
    const local = share + swing * liking(seat.x, seat.y, phase);
    // Wheelchair places are asked for less often; their companions go with them.
    const wish = seat.accessible || seat.companion ? local * 0.5 : local;
    const start = wish / (wish + meanSize * (1 - wish));
    if (seat.blocked || random() >= start) continue;
    const group = [i];
    const size = partySize(random);
    while (group.length < size && adjacent(seats[i], seats[i + 1])) {
      i += 1;
      group.push(i);
    }
    groups.push(group);
  }
  return groups;
}

/** Quantities of one to six that come to exactly `units`. */
export function standingParties(units: number, random: () => number): number[] {
  const groups: number[] = [];
  for (let left = units; left > 0; ) {
    const size = Math.min(left, partySize(random));
    groups.push(size);
    left -= size;
  }
  return groups;
}
