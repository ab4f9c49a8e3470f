import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import type { ZoneAvailability } from './schema';

/**
 * What is left of each zone, counted at this moment: the event's locks once and its seats once,
 * however many zones there are. Within the tenant's transaction.
 */
export async function countFigures(
  { db, tenantId }: Context,
  eventId: string,
): Promise<ZoneAvailability[]> {
  const ofEvent = sql`tenant_id = ${tenantId} AND event_id = ${eventId}`;
  return await db.execute<ZoneAvailability>(sql`
    WITH held AS MATERIALIZED (
      SELECT zone_id, sum(quantity)::int AS units FROM cart_item_locks
      WHERE ${ofEvent} AND status = 'active' AND expires_at > clock_timestamp() GROUP BY zone_id),
    kept AS MATERIALIZED (
      SELECT zone_id, count(*)::int AS seats FROM seats
      WHERE ${ofEvent} AND status = 'blocked' GROUP BY zone_id)
    SELECT z.id, z.sold, coalesce(held.units, 0) AS locked,
      greatest(z.capacity - z.sold - coalesce(held.units, 0) - coalesce(kept.seats, 0), 0) AS available
    FROM zones z LEFT JOIN held ON held.zone_id = z.id LEFT JOIN kept ON kept.zone_id = z.id
    WHERE z.tenant_id = ${tenantId} AND z.event_id = ${eventId}`);
}
