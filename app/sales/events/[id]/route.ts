import { DomainError } from '@/lib/errors';
import { eventPage } from '@/lib/events/event-page';
import { eventDetailOf } from '@/lib/events/wire';
import { refusing } from '@/lib/http/methods';
import { json, route } from '@/lib/http/route';
import { isUuid } from '@/lib/uuid';

export const GET = route('GET /sales/events/{id}', async (call) => {
  const idOrSlug = call.segment(2);
  const tenant = await call.tenant(isUuid(idOrSlug) ? { eventId: idOrSlug } : {});
  const event = await eventPage(call.context(tenant), idOrSlug);
  if (!event) throw new DomainError('event_not_found');
  return json(eventDetailOf(event));
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refusing('GET');
