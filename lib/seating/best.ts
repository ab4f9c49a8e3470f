import { seatWithWheelchairs } from './accessible';
import { placesInstead } from './alternatives';
import { type Approach, approachToFocus } from './approach';
import { type Picked, picked } from './blocks';
import { type HallIndex, indexOf, type SeatedHall } from './hall-index';
import type { OrphanRule } from './lonely';
import type { Quest } from './segments';
import { bestSplit } from './split';
import { bestTogether } from './together';

export type { Picked } from './blocks';
export type { SeatedHall } from './hall-index';

export type BestWish = {
  quantity: number;
  /** How many of them sit in wheelchairs. */
  accessible: number;
  zoneIds: ReadonlySet<number> | null;
  /** Minor units, of one seat. */
  maxPrice: number | null;
  rule: OrphanRule;
};

/**
 * The best free seats for a group, or null when fewer than `quantity` qualify.
 *
 * Side by side with no seat newly left alone; else side by side as far as the rule permits; else
 * split. Among equals the fewest seats with a restricted view, then the smallest mean of squared
 * distances to the hall's focus, then the lowest seat. Wheelchair places and their companions'
 * are only for those who ask for them. The hall's index is kept by the object `hall`.
 */
export function bestSeats(
  hall: SeatedHall,
  isFree: (seat: number) => boolean,
  { quantity, accessible, zoneIds, maxPrice, rule }: BestWish,
): Picked | null {
  if (quantity < 1 || accessible > quantity) return null;
  const index = indexOf(hall);
  const allows = maxPrice === null ? () => true : (seat: number) => hall.prices[seat]! <= maxPrice;
  const approach = within(index, zoneIds, maxPrice);
  const quest: Quest = { index, approach, quantity, rule, isFree, allows, excluded: null };
  const seats =
    accessible > 0
      ? seatWithWheelchairs(quest, accessible, zoneIds)
      : (bestTogether(quest) ?? bestSplit(quest));
  return seats && picked(hall.rows, seats);
}

/** The way to the focus through the zones asked for, past rows that are dearer throughout. */
function within(
  index: HallIndex,
  zoneIds: ReadonlySet<number> | null,
  maxPrice: number | null,
): Approach {
  const whole = approachToFocus(index);
  if (!zoneIds && maxPrice === null) return whole;
  const kept: number[] = [];
  for (const [i, { zoneId, cheapest }] of whole.stretches.entries()) {
    const wanted = zoneIds === null || zoneIds.has(zoneId);
    if (wanted && (maxPrice === null || cheapest <= maxPrice)) kept.push(i);
  }
  return {
    stretches: kept.map((i) => whole.stretches[i]!),
    least: Float64Array.from(kept, (i) => whole.least[i]!),
    costOf: whole.costOf,
  };
}

/**
 * Up to `count` other places for a whole group, none sharing a seat with another: in the group's
 * own zones first, at its prices and then at any, then in zones of the same price, in cheaper and
 * in dearer ones, each from the group's middle outwards. Side by side, and split only where that
 * is not to be had. As many wheelchair places as the group has.
 */
export function alternativesFor(
  hall: SeatedHall,
  isFree: (seat: number) => boolean,
  group: readonly number[],
  rule: OrphanRule,
  count: number,
): Picked[] {
  return placesInstead(indexOf(hall), isFree, group, rule, count);
}
