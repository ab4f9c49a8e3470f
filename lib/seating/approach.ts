import { seatFlag } from '@/lib/events/seat-codes';
import type { HallIndex, SeatedHall, Stretch } from './hall-index';

export type Point = readonly [number, number];
type SeatCost = (seat: number) => number;

/** Squared distances are counted in thousandths of a square unit: whole numbers, so sums are exact. */
export const unitsSquared = 1000;
/** More than the distances of any group: a seat with a restricted view comes after all others. */
const restrictedCost = 1e13;

/** Stretches from the nearest to a point outwards, each with the cost of its nearest seat. */
export type Approach = { stretches: readonly Stretch[]; least: Float64Array; costOf: SeatCost };

/** What a seat costs the search: its squared distance from a point, and its restricted view. */
export function costFrom({ columns: { x, y, flags } }: SeatedHall, [toX, toY]: Point): SeatCost {
  return (seat) => {
    const [dx, dy] = [x[seat]! - toX, y[seat]! - toY];
    const away = Math.round((dx * dx + dy * dy) * unitsSquared);
    return flags[seat]! & seatFlag.restrictedView ? away + restrictedCost : away;
  };
}

export function approach(hall: SeatedHall, stretches: readonly Stretch[], to: Point): Approach {
  const costOf = costFrom(hall, to);
  const { order } = hall.rows;
  const costed = stretches.map((stretch) => {
    let least = Infinity;
    for (let at = stretch.from; at < stretch.to; at += 1) {
      least = Math.min(least, costOf(order[at]!));
    }
    return { stretch, least };
  });
  costed.sort((a, b) => a.least - b.least);
  return {
    stretches: costed.map(({ stretch }) => stretch),
    least: Float64Array.from(costed, ({ least }) => least),
    costOf,
  };
}

const toFocus = new WeakMap<HallIndex, Approach>();

/** The hall from its focus outwards, worked out once. */
export function approachToFocus(index: HallIndex): Approach {
  const known = toFocus.get(index);
  if (known) return known;
  const built = approach(index.hall, index.stretches, index.hall.focus);
  toFocus.set(index, built);
  return built;
}

export function middleOf({ columns: { x, y } }: SeatedHall, seats: readonly number[]): Point {
  let [sumX, sumY] = [0, 0];
  for (const seat of seats) {
    sumX += x[seat]!;
    sumY += y[seat]!;
  }
  return [sumX / seats.length, sumY / seats.length];
}
