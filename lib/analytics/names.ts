import { datedName, tickStamp } from '@/lib/i18n/stamps';
import type { Choices, EventChoice } from './choices';

/** Events as a person tells them apart: by name, day and hour, since a show has many of them. */
export function eventNames(
  events: readonly EventChoice[],
  locale: string,
  timeZone: string,
): { id: string; name: string }[] {
  return events.map((one) => ({ id: one.id, name: datedName(one, locale, timeZone) }));
}

/** Zones by their id; of several events, with the event's hour, since each has zones of its own. */
export function zoneNames(
  { zones, events }: Choices,
  eventId: string | undefined,
  locale: string,
  timeZone: string,
): Map<number, string> {
  const own = eventId ? zones.filter((zone) => zone.eventId === eventId) : zones;
  if (new Set(own.map((zone) => zone.eventId)).size < 2) {
    return new Map(own.map(({ id, name }) => [id, name]));
  }
  const hours = new Map(
    events.map(({ id, startsAt }) => [id, tickStamp(startsAt, locale, timeZone)]),
  );
  return new Map(zones.map((zone) => [zone.id, `${zone.name} · ${hours.get(zone.eventId) ?? ''}`]));
}
