import { seatHistory } from '@/lib/heat/queries';
import { seatQuerySchema } from '@/lib/heat/schema';
import { parseValue } from '@/lib/http/body';
import { keptJson } from '@/lib/http/kept';
import { refusing } from '@/lib/http/methods';
import { staffRoute } from '@/lib/http/staff';

/** What became of one seat, and why. */
export const GET = staffRoute(
  'GET /api/admin/{tenant}/heat/seat',
  'locks.see',
  async ({ ctx }, call) => {
    const asked = parseValue(Object.fromEntries(call.url.searchParams), seatQuerySchema);
    return keptJson(call.request, await seatHistory(ctx, asked.event, asked.seat));
  },
);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refusing('GET');
