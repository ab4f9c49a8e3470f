import { DomainError } from '@/lib/errors';
import type { Call } from '@/lib/http/call';
import type { Tenant } from '@/lib/tenants/queries';
import { isUuid } from '@/lib/uuid';
import { findEvent } from './queries';

/**
 * The published event that the path names by id or slug, `/sales/events/{id or slug}/…`.
 * @throws DomainError `event_not_found`, `tenant_not_found`, `tenant_required`.
 */
export async function eventOfCall(
  call: Call,
): Promise<{ tenant: Tenant; id: string; mapVersion: number }> {
  const idOrSlug = call.segment(2);
  const tenant = await call.tenant(isUuid(idOrSlug) ? { eventId: idOrSlug } : {});
  const event = await findEvent(call.context(tenant), idOrSlug);
  if (!event) throw new DomainError('event_not_found');
  return { tenant, ...event };
}
