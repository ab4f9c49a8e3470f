import { replay } from '@/lib/heat/replay-query';
import { replayQuerySchema } from '@/lib/heat/schema';
import { parseValue } from '@/lib/http/body';
import { keptJson } from '@/lib/http/kept';
import { refusing } from '@/lib/http/methods';
import { staffRoute } from '@/lib/http/staff';
import { limitStaffRate } from '@/lib/http/staff-rate';

/** The on-sale of an event again, minute by minute. */
export const GET = staffRoute(
  'GET /api/admin/{tenant}/replay',
  'locks.see',
  async ({ ctx }, call) => {
    limitStaffRate(ctx, 'replay');
    const query = parseValue(Object.fromEntries(call.url.searchParams), replayQuerySchema);
    const { serverTime, ...body } = await replay(ctx, query);
    return keptJson(call.request, body, { serverTime });
  },
);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refusing('GET');
