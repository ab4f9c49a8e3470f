import { eventOfCall } from '@/lib/events/find';
import { refusing } from '@/lib/http/methods';
import { json, route } from '@/lib/http/route';
import { liveHub } from '@/lib/live/hub';

export const GET = route('GET /sales/events/{id}/availability', async (call) => {
  const { tenant, id } = await eventOfCall(call);
  return json(await liveHub().availability(tenant.id, id));
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refusing('GET');
