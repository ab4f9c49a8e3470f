import { seatFlag } from '@/lib/events/seat-codes';
import type { Chart } from './chart';
import type { MapZone } from './map-zone';
import { type SeatStore, seatLook } from './seat-store';

/** What the buyer wants to see: an empty set asks for nothing. Shared by map, list and form. */
export type SeatFilter = {
  /** Prices in the currency's minor unit. */
  prices: ReadonlySet<number>;
  zoneIds: ReadonlySet<number>;
  /** Only places for wheelchairs and their companions. */
  accessible: boolean;
};

export const noFilter: SeatFilter = { prices: new Set(), zoneIds: new Set(), accessible: false };

const forWheelchairs = seatFlag.accessible | seatFlag.companion;

export function isFiltering({ prices, zoneIds, accessible }: SeatFilter): boolean {
  return accessible || prices.size > 0 || zoneIds.size > 0;
}

/** Whether a zone may hold what is asked for. */
export function zoneMatches(
  { prices, zoneIds }: SeatFilter,
  zone: Pick<MapZone, 'id' | 'price'>,
): boolean {
  return (
    (prices.size === 0 || prices.has(zone.price.amount)) &&
    (zoneIds.size === 0 || zoneIds.has(zone.id))
  );
}

/** Whether a seat with these flags does, in a zone that matches. */
export function flagsMatch({ accessible }: SeatFilter, flags: number): boolean {
  return !accessible || (flags & forWheelchairs) !== 0;
}

/** The set with the value taken out, or put in. */
export function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

/** 1 for each seat of the chart that is what the filter asks for, else 0. */
export function matchingSeats(
  filter: SeatFilter,
  chart: Chart,
  zones: readonly MapZone[],
): Uint8Array {
  const asked = new Set(zones.filter((zone) => zoneMatches(filter, zone)).map(({ id }) => id));
  const zoneAsked = chart.zoneIds.map((id) => asked.has(id));
  return Uint8Array.from(chart.flags, (flags, seat) =>
    zoneAsked[chart.zoneOf[seat]!]! && flagsMatch(filter, flags) ? 1 : 0,
  );
}

/** How many places that match can still be had: free seats, and what is left of general zones. */
export function matchesLeft(
  filter: SeatFilter,
  chart: Chart,
  zones: readonly MapZone[],
  store: SeatStore,
): number {
  let count = 0;
  matchingSeats(filter, chart, zones).forEach((matches, seat) => {
    if (matches && store.lookAt(seat) === seatLook.free) count++;
  });
  if (filter.accessible) return count;
  for (const zone of zones) {
    if (zone.type === 'general' && zoneMatches(filter, zone)) count += zone.available;
  }
  return count;
}
