import { refusing } from '@/lib/http/methods';
import { staffRoute } from '@/lib/http/staff';
import { streamHeaders } from '@/lib/http/stream';
import { watchHub } from '@/lib/watch/hub';
import { watchResponse } from '@/lib/watch/stream';

/** Every live lock of the house, as it happens. */
export const GET = staffRoute(
  'GET /api/admin/{tenant}/live',
  'locks.see',
  ({ ctx, stillMay }, call) =>
    watchResponse(call.request.signal, {
      hub: watchHub(),
      tenantId: ctx.tenantId,
      userId: ctx.actor.userId,
      still: stillMay,
    }),
);

/** Next.js on its own would open a stream for it, which nobody reads and nobody ends. */
export const HEAD = staffRoute(
  'HEAD /api/admin/{tenant}/live',
  'locks.see',
  async () => new Response(null, { headers: streamHeaders }),
);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refusing('GET');
