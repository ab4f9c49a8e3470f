import { DomainError } from '@/lib/errors';
import { eventOfCall } from '@/lib/events/find';
import { geometry } from '@/lib/events/geometry';
import { refusing } from '@/lib/http/methods';
import { json, route } from '@/lib/http/route';

/** Where every seat is. Never changes for a version, so with `?v=` it is kept for good. */
export const GET = route('GET /sales/events/{id}/seats', async (call) => {
  const { tenant, id } = await eventOfCall(call);
  const columns = await geometry(call.context(tenant), id);
  if (!columns) throw new DomainError('event_not_found');
  const response = json(columns);
  const current = call.url.searchParams.get('v') === String(columns.version);
  response.headers.set(
    'cache-control',
    current ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  return response;
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refusing('GET');
