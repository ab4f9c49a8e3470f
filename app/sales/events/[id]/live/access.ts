import { eventOfCall } from '@/lib/events/find';
import type { Call } from '@/lib/http/call';
import { cartTag } from '@/lib/live/cart-bells';
import type { Watched } from '@/lib/live/sse';
import { lockStatus } from '@/lib/locks/queries';

/**
 * The event that a call wants to watch. Who opens its stream is here: an abandoned cart is resumed.
 * @throws DomainError as `eventOfCall`.
 */
export async function watchedBy(call: Call): Promise<Watched> {
  const { tenant, id } = await eventOfCall(call);
  const buyer = await call.knownBuyer(tenant);
  if (buyer) await lockStatus(buyer);
  const cart = call.sessionKey === null ? null : cartTag(tenant.id, call.sessionKey);
  return { tenantId: tenant.id, eventId: id, cart };
}
