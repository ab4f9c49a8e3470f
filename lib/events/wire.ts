import type { EventPage } from './event-page';
import type { EventDetail } from './schema';

/** The event as the REST endpoint tells it: without what only the page needs. */
export function eventDetailOf(event: EventPage): EventDetail {
  const { id, slug, tenant, name, startsAt, onSale, currency, zones } = event;
  return {
    id,
    slug,
    tenant,
    name,
    startsAt,
    onSale,
    currency,
    zones: zones.map(
      ({ tier: _tier, floor: _floor, outline: _outline, position: _position, ...zone }) => zone,
    ),
  };
}
