import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { epochMs } from '@/lib/sql';
import type { Places } from './house';
import type { WatchedEvent, ZoneLeft } from './schema';

/** Seats kept off sale, by zone. They change seldom, and are many to count. */
export async function readBlocked({ db, tenantId }: Context): Promise<Map<number, number>> {
  const zones = await db.execute<{ id: number; blocked: number }>(sql`
    SELECT zone_id AS id, count(*)::int AS blocked FROM seats
    WHERE tenant_id = ${tenantId} AND status = 'blocked' GROUP BY zone_id`);
  return new Map(zones.map(({ id, blocked }) => [id, blocked]));
}

/** The events that are on sale or hold locks, and what is not sold of each of their zones. */
export async function readPlaces(
  { db, tenantId }: Context,
  blocked: ReadonlyMap<number, number>,
): Promise<Places> {
  const rows = await db.execute<
    Omit<ZoneLeft, 'left'> & { unsold: number; name: string; startsAtMs: number }
  >(sql`
    SELECT e.id AS "eventId", e.name, ${epochMs(sql`e.starts_at`)} AS "startsAtMs", z.id AS "zoneId",
      z.capacity - z.sold AS unsold
    FROM events e JOIN zones z ON z.tenant_id = e.tenant_id AND z.event_id = e.id
    WHERE e.tenant_id = ${tenantId} AND (
      (e.status = 'published' AND clock_timestamp() BETWEEN e.sale_starts_at AND e.sale_ends_at)
      OR e.id IN (SELECT event_id FROM cart_item_locks
        WHERE tenant_id = ${tenantId} AND status = 'active' AND expires_at > clock_timestamp()))
    ORDER BY e.starts_at, e.id, z.position, z.id`);
  const events = new Map<string, WatchedEvent>();
  for (const { eventId: id, name, startsAtMs } of rows) {
    events.set(id, { id, name, startsAt: new Date(startsAtMs).toISOString() });
  }
  const zones = rows.map(({ eventId, zoneId, unsold }) => ({
    eventId,
    zoneId,
    left: Math.max(0, unsold - (blocked.get(zoneId) ?? 0)),
  }));
  return { zones, events: [...events.values()] };
}

/** When the last of the locks made within a day ended; ms, database clock. */
export async function readLastEnd({ db, tenantId }: Context): Promise<number | null> {
  const [row] = await db.execute<{ endedAtMs: number | null }>(sql`
    SELECT ${epochMs(sql`max(coalesce(ended_at, expires_at))`)} AS "endedAtMs" FROM (
      SELECT ended_at, expires_at FROM cart_item_locks
      WHERE tenant_id = ${tenantId} AND locked_at > clock_timestamp() - interval '1 day'
      ORDER BY locked_at DESC LIMIT 500) AS newest`);
  return row?.endedAtMs ?? null;
}
