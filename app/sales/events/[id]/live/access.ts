import { eventOfCall } from '@/lib/events/find';
import type { Call } from '@/lib/http/call';
import { lockStatus } from '@/lib/locks/queries';

/**
 * The event that a call wants to watch. Who opens its stream is here: an abandoned cart is resumed.
 * @throws DomainError as `eventOfCall`.
 */
export async function watchedBy(call: Call): Promise<{ tenantId: number; eventId: string }> {
  const { tenant, id } = await eventOfCall(call);
  const buyer = await call.knownBuyer(tenant);
  if (buyer) await lockStatus(buyer);
  return { tenantId: tenant.id, eventId: id };
}
