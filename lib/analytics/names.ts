import { dayTick } from '@/lib/i18n/days';
import type { Choices, EventChoice } from './choices';
import { dayAt } from './periods';

/** Events as a person tells them apart: by name and day, since a show has many evenings. */
export function eventNames(
  events: readonly EventChoice[],
  locale: string,
  timeZone: string,
): { id: string; name: string }[] {
  return events.map(({ id, name, startsAt }) => ({
    id,
    name: `${name} · ${dayTick(dayAt(new Date(startsAt), timeZone), locale)}`,
  }));
}

/** Zones by their id; of several events, with the event's day, since each has zones of its own. */
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
  const days = new Map(
    events.map(({ id, startsAt }) => [id, dayTick(dayAt(new Date(startsAt), timeZone), locale)]),
  );
  return new Map(zones.map((zone) => [zone.id, `${zone.name} · ${days.get(zone.eventId) ?? ''}`]));
}
