import { refusing } from '@/lib/http/methods';
import { route } from '@/lib/http/route';
import { streamHeaders } from '@/lib/http/stream';
import { liveHub } from '@/lib/live/hub';
import { liveResponse } from '@/lib/live/sse';
import { watchedBy } from './access';

/** The event's changes as they happen. In production the door answers before this is reached. */
export const GET = route('GET /sales/events/{id}/live', async (call) => {
  return liveResponse(liveHub(), await watchedBy(call), call.request.signal);
});

/** Next.js on its own would open a stream for it, which nobody reads and nobody ends. */
export const HEAD = route('HEAD /sales/events/{id}/live', async (call) => {
  const { tenantId, eventId } = await watchedBy(call);
  await liveHub().availability(tenantId, eventId);
  return new Response(null, { headers: streamHeaders });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refusing('GET');
