import { seatFlag } from '@/lib/events/seat-codes';
import { seatWithWheelchairs } from './accessible';
import { approach, middleOf, type Point } from './approach';
import { type Picked, picked } from './blocks';
import type { HallIndex, ZoneStretches } from './hall-index';
import type { OrphanRule, SeatTest } from './lonely';
import type { Quest } from './segments';
import { bestSplit } from './split';
import { bestTogether } from './together';

/** Other zones looked at, the most alike and nearest first: a thousand losers ask at once. */
const otherZonesMax = 24;

type Place = { zones: readonly ZoneStretches[]; suits: SeatTest };

/** See `alternativesFor`. */
export function placesInstead(
  index: HallIndex,
  isFree: SeatTest,
  group: readonly number[],
  rule: OrphanRule,
  count: number,
): Picked[] {
  if (group.length === 0) return [];
  const { rows, columns } = index.hall;
  const accessible = group.filter((seat) => columns.flags[seat]! & seatFlag.accessible).length;
  const own = new Set(group);
  const middle = middleOf(index.hall, group);
  const offered = new Set<number>();
  const found: Picked[] = [];
  const look = ({ zones, suits }: Place, seatsOf: (quest: Quest) => readonly number[] | null) => {
    const stretches = zones.flatMap((zone) => zone.stretches);
    const quest: Quest = {
      index,
      approach: approach(index.hall, stretches, middle),
      quantity: group.length,
      rule,
      isFree,
      allows: (seat) => !offered.has(seat) && suits(seat),
      excluded: own,
    };
    while (found.length < count) {
      const seats = seatsOf(quest);
      if (!seats) return;
      for (const seat of seats) offered.add(seat);
      const next = picked(rows, seats);
      // More broken up than what was offered already, it is no offer.
      if (next.blocks.length > (found[0] ?? next).blocks.length) return;
      if (seats.some((seat) => !own.has(seat))) found.push(next);
    }
  };
  const visited: ZoneStretches[] = [];
  for (const place of placesFor(index, group, middle)) {
    if (found.length === count) return found;
    const ids = new Set(place.zones.map(({ zoneId }) => zoneId));
    look(place, (quest) =>
      accessible > 0 ? seatWithWheelchairs(quest, accessible, ids) : bestTogether(quest),
    );
    visited.push(...place.zones);
  }
  if (accessible > 0 || found.length > 0) return found;
  const home = new Set(group.map((seat) => columns.zones[seat]!));
  const inOwn = visited.filter(({ zoneId }) => home.has(zoneId));
  look({ zones: [...new Set(inOwn)], suits: () => true }, bestSplit);
  if (found.length === 0) look({ zones: [...new Set(visited)], suits: () => true }, bestSplit);
  return found;
}

/** Where to look, the most alike first: see `alternativesFor`. */
function* placesFor(index: HallIndex, group: readonly number[], middle: Point): Generator<Place> {
  const { columns, prices } = index.hall;
  const paid = new Set(group.map((seat) => prices[seat]!));
  const ids = new Set(group.map((seat) => columns.zones[seat]!));
  const home = [...ids].map((id) => index.zones.get(id)!);
  yield { zones: home, suits: (seat) => paid.has(prices[seat]!) };
  if (home.some(({ cheapest, dearest }) => !paid.has(cheapest) || !paid.has(dearest))) {
    yield { zones: home, suits: () => true };
  }
  const priceMax = Math.max(...paid);
  const rank = ({ cheapest, dearest }: ZoneStretches) => {
    if (cheapest === priceMax && dearest === priceMax) return 0;
    return cheapest <= priceMax ? 1 : 2;
  };
  const others = [...index.zones.values()]
    .filter(({ zoneId }) => !ids.has(zoneId))
    .map((zone) => {
      const [dx, dy] = [zone.middle[0] - middle[0], zone.middle[1] - middle[1]];
      return { zone, rank: rank(zone), away: dx * dx + dy * dy };
    })
    .sort((a, b) => a.rank - b.rank || a.away - b.away);
  for (const { zone, rank } of others.slice(0, otherZonesMax)) {
    yield {
      zones: [zone],
      suits: rank < 2 ? (seat) => prices[seat]! <= priceMax : () => true,
    };
  }
}
