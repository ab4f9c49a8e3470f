import { type HallColumns, unpackGeometry } from '@/lib/events/packed-geometry';
import type { Availability, PackedGeometry } from '@/lib/events/schema';

/** A network that swallows everything says nothing either: no question waits for ever. */
const figuresMaxMs = 8_000;
/** A stadium on a slow line takes its time. */
const geometryMaxMs = 60_000;

export type EventAddress = { tenant: string; eventId: string };

const address = ({ tenant, eventId }: EventAddress, what: string, more = '') =>
  `/sales/events/${eventId}/${what}?tenant=${encodeURIComponent(tenant)}${more}`;

export const eventUrl = ({ tenant, eventId }: EventAddress) =>
  `/sales/events/${eventId}?tenant=${encodeURIComponent(tenant)}`;

export const liveUrl = (event: EventAddress) => address(event, 'live');

/** Where every seat is. Never changes for a version, so that the browser keeps it. */
export async function fetchGeometry(event: EventAddress, version: number): Promise<HallColumns> {
  const seats = address(event, 'seats', `&v=${version}&form=packed`);
  return unpackGeometry(await getJson<PackedGeometry>(seats, AbortSignal.timeout(geometryMaxMs)));
}

export async function fetchAvailability(event: EventAddress): Promise<Availability> {
  const figures = address(event, 'availability');
  return getJson<Availability>(figures, AbortSignal.timeout(figuresMaxMs));
}

/** Our own server's answers, written by the schemas: a page left open takes a newer one's as well. */
async function getJson<T>(url: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
