import type { Place } from '@/components/cart/place';
import type { MapZone } from '@/components/seat-map/map-zone';
import type { SeatStore } from '@/components/seat-map/seat-store';
import type { HallColumns } from '@/lib/events/packed-geometry';

/** The way from a seat's id to the place that the cart speaks of; null for a seat of another map. */
export function seatPlace(
  event: { id: string; name: string; zones: readonly MapZone[] },
  geometry: HallColumns,
  store: Pick<SeatStore, 'indexOf'>,
): (seatId: number) => Place | null {
  const zones = new Map(event.zones.map((zone) => [zone.id, zone]));
  return (seatId) => {
    const index = store.indexOf(seatId);
    const zone = zones.get(geometry.zones[index] ?? -1);
    if (!zone) return null;
    return {
      eventId: event.id,
      eventName: event.name,
      zoneId: zone.id,
      zoneName: zone.name,
      seatId,
      row: geometry.rows[index] ?? null,
      seat: geometry.labels[index] ?? null,
      price: zone.price,
    };
  };
}

/** Standing places of a zone as the cart speaks of them. */
export function standingPlace(event: { id: string; name: string }, zone: MapZone): Place {
  return {
    eventId: event.id,
    eventName: event.name,
    zoneId: zone.id,
    zoneName: zone.name,
    seatId: null,
    row: null,
    seat: null,
    price: zone.price,
  };
}
