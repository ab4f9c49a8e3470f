import { heat } from '@/lib/heat/queries';
import { heatQuerySchema } from '@/lib/heat/schema';
import { parseValue } from '@/lib/http/body';
import { keptJson } from '@/lib/http/kept';
import { refusing } from '@/lib/http/methods';
import { staffRoute } from '@/lib/http/staff';
import { limitStaffRate } from '@/lib/http/staff-rate';

/** How often each seat of an event was locked, sold and abandoned. */
export const GET = staffRoute(
  'GET /api/admin/{tenant}/heat',
  'locks.see',
  async ({ ctx }, call) => {
    limitStaffRate(ctx, 'heat');
    const { event } = parseValue(Object.fromEntries(call.url.searchParams), heatQuerySchema);
    const { serverTime, ...body } = await heat(ctx, event);
    return keptJson(call.request, body, { serverTime });
  },
);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refusing('GET');
