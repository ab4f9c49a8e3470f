import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { epochMs } from '@/lib/sql';

/** One reading of the database, consistent in itself. Times in ms since 1970, database clock. */
export type Snapshot = {
  nowMs: number;
  /** When `nowMs` was told, by this process's `performance.now()`: the rest takes its time to come. */
  toldAtMs: number;
  mapVersion: number;
  /** Ascending. */
  seatIds: number[];
  seatZones: number[];
  /** One letter a seat: a(vailable), s(old), b(locked off sale). */
  statuses: string;
  zones: { id: number; kind: 'numbered' | 'general'; capacity: number; sold: number }[];
  locks: { id: string; zoneId: number; seatId: number | null; quantity: number; untilMs: number }[];
};

/**
 * Reads one published event at one moment: its seats and zones, and the live locks on them.
 * @param known the map that the caller already has; its seats are then not sent again.
 * @returns null when the tenant has no such published event.
 */
export function readSnapshot(
  db: Db,
  tenantId: number,
  eventId: string,
  known?: { mapVersion: number; seatIds: number[]; seatZones: number[] },
): Promise<Snapshot | null> {
  return db.transaction(
    async (tx) => {
      await tx.execute(sql`SELECT set_config('app.tenant_id', ${String(tenantId)}, true)`);
      const [event] = await tx.execute<{ mapVersion: number; nowMs: number }>(sql`
        SELECT map_version AS "mapVersion", ${epochMs(sql`clock_timestamp()`)} AS "nowMs"
        FROM events WHERE tenant_id = ${tenantId} AND id = ${eventId} AND status = 'published'`);
      if (!event) return null;
      const toldAtMs = performance.now();
      const ofEvent = sql`tenant_id = ${tenantId} AND event_id = ${eventId}`;
      const sameMap = known?.mapVersion === event.mapVersion;
      const [zones, locks, [statuses], [map]] = await Promise.all([
        tx.execute<Snapshot['zones'][number]>(
          sql`SELECT id, kind, capacity, sold FROM zones WHERE ${ofEvent} ORDER BY position, id`,
        ),
        tx.execute<Snapshot['locks'][number]>(sql`
          SELECT l.id, l.zone_id AS "zoneId", l.seat_id AS "seatId", l.quantity,
            ${epochMs(sql`l.expires_at`)} AS "untilMs"
          FROM zones z JOIN cart_item_locks l ON l.tenant_id = z.tenant_id AND l.zone_id = z.id
          WHERE z.tenant_id = ${tenantId} AND z.event_id = ${eventId} AND l.status = 'active'
            AND l.expires_at > clock_timestamp()`),
        tx.execute<{ letters: string }>(sql`
          SELECT coalesce(string_agg(left(status, 1), '' ORDER BY id), '') AS letters
          FROM seats WHERE ${ofEvent}`),
        sameMap
          ? []
          : tx.execute<{ seatIds: number[]; seatZones: number[] }>(sql`
              SELECT coalesce(array_agg(id ORDER BY id), '{}') AS "seatIds",
                coalesce(array_agg(zone_id ORDER BY id), '{}') AS "seatZones"
              FROM seats WHERE ${ofEvent}`),
      ]);
      const { seatIds, seatZones } = map ?? (known as NonNullable<typeof known>);
      return {
        ...event,
        toldAtMs,
        zones,
        locks,
        statuses: statuses?.letters ?? '',
        seatIds,
        seatZones,
      };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}
