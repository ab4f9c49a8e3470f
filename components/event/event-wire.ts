import {
  type Availability,
  availabilitySchema,
  type Geometry,
  geometrySchema,
} from '@/lib/events/schema';

export type EventAddress = { tenant: string; eventId: string };

const address = ({ tenant, eventId }: EventAddress, what: string, more = '') =>
  `/sales/events/${eventId}/${what}?tenant=${encodeURIComponent(tenant)}${more}`;

export const eventUrl = ({ tenant, eventId }: EventAddress) =>
  `/sales/events/${eventId}?tenant=${encodeURIComponent(tenant)}`;

export const liveUrl = (event: EventAddress) => address(event, 'live');

/** Where every seat is. Never changes for a version, so that the browser keeps it. */
export async function fetchGeometry(event: EventAddress, version: number): Promise<Geometry> {
  return geometrySchema.parse(await getJson(address(event, 'seats', `&v=${version}`)));
}

export async function fetchAvailability(event: EventAddress): Promise<Availability> {
  return availabilitySchema.parse(await getJson(address(event, 'availability')));
}

async function getJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
