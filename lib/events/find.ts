import { DomainError } from '@/lib/errors';
import type { Call } from '@/lib/http/call';
import type { Tenant } from '@/lib/tenants/queries';
import { isUuid } from '@/lib/uuid';
import { findEvent } from './queries';

/**
 * The event that the path names by id or slug, `/sales/events/{id or slug}/…`. Named by its id it
 * costs no query: whether it is published, whoever reads it finds out.
 * @throws DomainError `event_not_found`, `tenant_not_found`, `tenant_required`.
 */
export async function eventOfCall(call: Call): Promise<{ tenant: Tenant; id: string }> {
  const idOrSlug = call.segment(2);
  if (isUuid(idOrSlug)) {
    const id = idOrSlug.toLowerCase();
    return { tenant: await call.tenant({ eventId: id }), id };
  }
  const tenant = await call.tenant();
  const event = await findEvent(call.context(tenant), idOrSlug);
  if (!event) throw new DomainError('event_not_found');
  return { tenant, id: event.id };
}
