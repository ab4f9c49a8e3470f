import { refusing } from '@/lib/http/methods';
import { route } from '@/lib/http/route';
import { liveHub } from '@/lib/live/hub';
import { liveResponse } from '@/lib/live/sse';
import { watchedBy } from './access';

/** The event's changes as they happen. In production the door answers before this is reached. */
export const GET = route('GET /sales/events/{id}/live', async (call) => {
  const { tenantId, eventId } = await watchedBy(call);
  return liveResponse(liveHub(), tenantId, eventId, call.request.signal);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refusing('GET');
