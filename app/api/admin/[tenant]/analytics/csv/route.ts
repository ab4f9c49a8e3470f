import { rowsInput } from '@/lib/analytics/asked';
import { choices } from '@/lib/analytics/choices';
import { exportRows } from '@/lib/analytics/export-rows';
import { exportTable } from '@/lib/analytics/export-tables';
import { csvQuerySchema, rowsFilterSchema } from '@/lib/analytics/schema';
import { DomainError, orRefusal } from '@/lib/errors';
import { parseValue } from '@/lib/http/body';
import { refusing } from '@/lib/http/methods';
import { readableRefusal } from '@/lib/http/readable';
import { staffRoute } from '@/lib/http/staff';
import { limitStaffRate } from '@/lib/http/staff-rate';
import { stillAllowed } from '@/lib/http/still';

/** A table of the figures, or the locks behind one, as a file for a spreadsheet. */
export const GET = staffRoute(
  'GET /api/admin/{tenant}/analytics/csv',
  'analytics.see',
  async ({ ctx, tenant, stillMay }, call) => {
    const query = Object.fromEntries(call.url.searchParams);
    const { table, locale, from, to } = parseValue(query, csvQuerySchema);
    const filter = parseValue({ ...rowsInput(query), from, to }, rowsFilterSchema);
    const refused = orRefusal(() => limitStaffRate(ctx, table === 'locks' ? 'rows' : 'tables'));
    if (refused) return readableRefusal(call.request, refused, locale);
    const known = await choices(ctx);
    if (filter.eventId && !known.events.some(({ id }) => id === filter.eventId)) {
      throw new DomainError('event_not_found');
    }
    const wanted = { tenant, locale, known };
    const { name, body } =
      table === 'locks'
        ? await exportRows(ctx, filter, wanted, stillAllowed(stillMay))
        : await exportTable(ctx, table, filter, wanted);
    return new Response(body, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  },
);

export const { DELETE, OPTIONS, PATCH, POST, PUT } = refusing('GET');
