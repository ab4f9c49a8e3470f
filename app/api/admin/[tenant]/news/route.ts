import { streamNews } from '@/lib/alerts/news';
import { refusing } from '@/lib/http/methods';
import { staffRoute } from '@/lib/http/staff';
import { streamHeaders, streamResponse } from '@/lib/http/stream';

/** How many alerts are open, and the newest, as it happens. */
export const GET = staffRoute(
  'GET /api/admin/{tenant}/news',
  'alerts.see',
  ({ ctx, stillMay }, call) =>
    streamResponse(call.request.signal, (sink) => streamNews(sink, ctx, stillMay)),
);

/** Next.js on its own would open a stream for it, which nobody reads and nobody ends. */
export const HEAD = staffRoute(
  'HEAD /api/admin/{tenant}/news',
  'alerts.see',
  async () => new Response(null, { headers: streamHeaders }),
);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refusing('GET');
