import { listPublished } from '@/lib/events/queries';
import type { EventSummary } from '@/lib/events/schema';
import { refusing } from '@/lib/http/methods';
import { json, route } from '@/lib/http/route';

/** What is on: of the organizer named, else of all. */
export const GET = route('GET /sales/events', async (call) => {
  const tenant = (await call.givenTenant()) ?? (await call.defaultTenant());
  const cards = await listPublished(call.db, tenant?.id);
  const events: EventSummary[] = cards.map(
    ({ id, slug, tenant, name, startsAt, onSale, currency }) => ({
      id,
      slug,
      tenant,
      name,
      startsAt,
      onSale,
      currency,
    }),
  );
  return json({ events });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refusing('GET');
