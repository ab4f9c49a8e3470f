import { eventOfCall } from '@/lib/events/find';
import { refusing } from '@/lib/http/methods';
import { route } from '@/lib/http/route';
import { liveHub } from '@/lib/live/hub';
import { liveResponse } from '@/lib/live/sse';
import { lockStatus } from '@/lib/locks/queries';

/** The event's changes as they happen. Who opens it is here: an abandoned cart is resumed. */
export const GET = route('GET /sales/events/{id}/live', async (call) => {
  const { tenant, id } = await eventOfCall(call);
  const buyer = await call.knownBuyer(tenant);
  if (buyer) await lockStatus(buyer);
  return liveResponse(liveHub(), tenant.id, id, call.request.signal);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refusing('GET');
