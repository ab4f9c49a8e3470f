import type postgres from 'postgres';
import { firstDaysAhead } from './stage-event';

/**
 * Moves an organizer's programme forward by whole weeks once every performance of it has passed:
 * weekdays, local hours and distances stay, and a demo started months later is not a closed house.
 * @returns how many events moved: none while one is still to come.
 */
export async function keepUpcoming(tx: postgres.TransactionSql, slug: string): Promise<number> {
  const moved = await tx`
    WITH programme AS (
      SELECT t.id, t.time_zone, min(e.starts_at) AS first, max(e.starts_at) AS last
      FROM tenants t JOIN events e ON e.tenant_id = t.id
      WHERE t.slug = ${slug} AND e.status = 'published'
      GROUP BY t.id
    ),
    shift AS (
      SELECT id, time_zone, make_interval(weeks => ceil(
        (extract(epoch FROM now() - first) / 86400 + ${firstDaysAhead}::int) / 7)::int) AS by
      FROM programme WHERE last < now()
    )
    UPDATE events e SET
      starts_at = (e.starts_at AT TIME ZONE s.time_zone + s.by) AT TIME ZONE s.time_zone,
      sale_starts_at = (e.sale_starts_at AT TIME ZONE s.time_zone + s.by) AT TIME ZONE s.time_zone,
      sale_ends_at = (e.sale_ends_at AT TIME ZONE s.time_zone + s.by) AT TIME ZONE s.time_zone
    FROM shift s WHERE e.tenant_id = s.id`;
  return moved.count;
}
