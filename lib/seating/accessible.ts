import { seatFlag } from '@/lib/events/seat-codes';
import { approach, costFrom, middleOf, type Point } from './approach';
import type { SeatTest } from './lonely';
import { eachSegment, type Quest } from './segments';
import { bestSplit } from './split';
import { bestTogether } from './together';
import { wheelchairWindow } from './wheelchair-window';

/** Being near each other weighs this much more than being near the target. */
const togetherWeight = 10;
const anchorsMax = 16;

/**
 * Seats a group of which `accessible` sit in wheelchairs: all side by side where that can be, else
 * the wheelchairs near each other, the others in companions' places beside them, and who finds
 * none there as a group of its own in the nearest regular seats. Null when too few seats qualify.
 */
export function seatWithWheelchairs(
  quest: Quest,
  accessible: number,
  zoneIds: ReadonlySet<number> | null,
): number[] | null {
  const { index, isFree, allows, quantity } = quest;
  const { hall } = index;
  const { columns } = hall;
  const inZones = (seat: number) => zoneIds === null || zoneIds.has(columns.zones[seat]!);
  const isOpen = (seat: number) => inZones(seat) && isFree(seat) && allows(seat);
  const wheelchairs = index.wheelchairs.filter(isOpen);
  const companions = index.companions.filter(isOpen);
  const others = quantity - accessible;
  const regular = countRegular(quest, others);
  if (wheelchairs.length < accessible || companions.length + regular < others) return null;
  const window = wheelchairWindow(quest, accessible, wheelchairs, isOpen);
  if (window) return window;
  const { places, beside } = nearEachOther(quest, accessible, others, wheelchairs, isOpen);
  const left = others - beside.length;
  // Beside the first of them: between two that are far apart nobody of the group would be near.
  const first = middleOf(hall, places.slice(0, 1));
  const away = awayFrom(quest, first);
  const further = companions
    .filter((seat) => !beside.includes(seat))
    .sort((a, b) => away(a) - away(b))
    .slice(0, Math.max(left - regular, 0));
  const apart = regularNear(quest, first, left - further.length);
  return [...places, ...beside, ...further, ...apart];
}

/** Counts no further than to `enough`, by whole rows. */
function countRegular(quest: Quest, enough: number): number {
  let count = 0;
  for (const stretch of quest.approach.stretches) {
    if (count >= enough) break;
    eachSegment(quest, stretch, (from, to) => {
      count += to - from;
    });
  }
  return count;
}

type Gathered = { places: number[]; beside: number[] };

/** Wheelchair places near each other, those with the most companions' places beside them first. */
function nearEachOther(
  quest: Quest,
  accessible: number,
  others: number,
  wheelchairs: readonly number[],
  isOpen: SeatTest,
): Gathered {
  const { hall } = quest.index;
  const { costOf } = quest.approach;
  let best: Gathered = { places: [], beside: [] };
  let bestCost = Infinity;
  const nearest = [...wheelchairs].sort((a, b) => costOf(a) - costOf(b));
  for (const anchor of nearest.slice(0, anchorsMax)) {
    const away = awayFrom(quest, middleOf(hall, [anchor]));
    const places = [...nearest].sort((a, b) => away(a) - away(b)).slice(0, accessible);
    const beside = companionsBeside(quest, places, isOpen).slice(0, others);
    const cost = places.reduce((sum, seat) => sum + away(seat), 0);
    const more = beside.length - best.beside.length;
    if (more < 0 || (more === 0 && cost >= bestCost)) continue;
    best = { places, beside };
    bestCost = cost;
  }
  return best;
}

function companionsBeside(quest: Quest, places: readonly number[], isOpen: SeatTest): number[] {
  const { rows, columns } = quest.index.hall;
  const found = new Set<number>();
  for (const seat of places) {
    const run = rows.runOf[seat]!;
    for (const step of [1, -1]) {
      const at = rows.starts[run]! + rows.placeOf[seat]! + step;
      if (at < rows.starts[run]! || at >= rows.starts[run + 1]!) continue;
      const other = rows.order[at]!;
      const kind = columns.flags[other]! & (seatFlag.accessible | seatFlag.companion);
      if (kind === seatFlag.companion && isOpen(other)) found.add(other);
    }
  }
  return [...found];
}

function regularNear(quest: Quest, point: Point, quantity: number): number[] {
  if (quantity === 0) return [];
  const { hall } = quest.index;
  const near: Quest = {
    ...quest,
    quantity,
    approach: approach(hall, quest.approach.stretches, point),
    excluded: null,
  };
  return bestTogether(near) ?? bestSplit(near) ?? [];
}

/** A cost that grows with the distance from a point, and with that from the target. */
function awayFrom({ index, approach: { costOf } }: Quest, point: Point) {
  const near = costFrom(index.hall, point);
  return (seat: number) => costOf(seat) + togetherWeight * near(seat);
}
