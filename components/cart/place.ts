import type { Money } from '@/lib/money';

/** What a person calls one thing in the cart: a seat, or places in a general-admission zone. */
export type Place = {
  eventId: string;
  eventName: string;
  zoneId: number;
  zoneName: string;
  seatId: number | null;
  row: string | null;
  seat: string | null;
  /** Of one unit. */
  price: Money;
};

/** How many units of a place are meant: 1 for a seat. */
export type Want = { place: Place; units: number };

/** One key a seat, one a general-admission zone. Zones and seats are numbered within a tenant. */
export function placeKey(place: { zoneId: number; seatId?: number | null }): string {
  return place.seatId == null ? `zone:${place.zoneId}` : `seat:${place.seatId}`;
}

/** A lock as the place that it holds, without its deadline. */
export function placeOf(lock: Place): Place {
  const { eventId, eventName, zoneId, zoneName, seatId, row, seat, price } = lock;
  return { eventId, eventName, zoneId, zoneName, seatId, row, seat, price };
}
