import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { epochMs, intArray, textArray } from '@/lib/sql';
import type { SeatFacts } from './claim';

/**
 * The row locks that make the engine exact between processes. Always in this order, each set
 * sorted: tenant, sessions, general zones, seats, locks. Whoever follows it cannot deadlock.
 * What is read under them must be read in a later statement: the statement that waited for a row
 * still sees the others as they were before it waited.
 */

/**
 * First of a batch: names the tenant for row-level security, and serializes the sessions' limits,
 * which span events and processes.
 */
export async function guardSessions(
  { db, tenantId }: Context,
  sessionKeys: string[],
): Promise<void> {
  await db.execute(sql`
    SELECT set_config('app.tenant_id', ${String(tenantId)}, true), (
      SELECT count(pg_advisory_xact_lock(key)) FROM (
        SELECT DISTINCT hashtextextended(s, ${tenantId}) AS key
        FROM unnest(${textArray(sessionKeys)}) AS s ORDER BY key
      ) AS keys
    )`);
}

/** Holds the general-admission zones among `zoneIds`: their units are summed, so one at a time. */
export async function guardPlaces(
  { db, tenantId }: Context,
  eventId: string,
  zoneIds: number[],
): Promise<void> {
  await db.execute(sql`
    SELECT id FROM zones
    WHERE tenant_id = ${tenantId} AND event_id = ${eventId} AND id = ANY(${intArray(zoneIds)})
      AND kind = 'general'
    ORDER BY id FOR NO KEY UPDATE`);
}

/** Holds the seats, and tells what they are: a row that was waited for is read anew. */
export async function guardSeats(
  { db, tenantId }: Context,
  seatIds: number[],
): Promise<Map<number, SeatFacts>> {
  const rows = await db.execute<SeatFacts>(sql`
    SELECT id, zone_id AS "zoneId", row, label, status, price_minor AS "priceMinor" FROM seats
    WHERE tenant_id = ${tenantId} AND id = ANY(${intArray(seatIds)})
    ORDER BY id FOR NO KEY UPDATE`);
  return new Map(rows.map((seat) => [seat.id, seat]));
}

/**
 * Holds those of the seats whose row nobody holds: for seats that the engine chose, and could choose
 * otherwise. It waits for nobody, so that it may come after the rows that were held in order.
 */
export async function guardFreeSeats(
  { db, tenantId }: Context,
  seatIds: number[],
): Promise<Map<number, SeatFacts>> {
  const rows = await db.execute<SeatFacts>(sql`
    SELECT id, zone_id AS "zoneId", row, label, status, price_minor AS "priceMinor" FROM seats
    WHERE tenant_id = ${tenantId} AND id = ANY(${intArray(seatIds)})
    ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`);
  return new Map(rows.map((seat) => [seat.id, seat]));
}

export type StaleLock = {
  id: string;
  eventId: string;
  zoneId: number;
  seatId: number | null;
  abandoned: boolean;
};

/**
 * Writes down the stale locks on these seats and general zones as ended. An extension that is on
 * its way holds the row: this waits for it and then leaves that lock alone. Whoever holds locks
 * already must pass such a row over instead, as its holder may be waiting for one of those.
 */
export async function endStale(
  { db, tenantId }: Context,
  seatIds: number[],
  zoneIds: number[],
  whereHeld: 'wait' | 'pass over' = 'wait',
): Promise<StaleLock[]> {
  return await db.execute<StaleLock>(sql`
    WITH stale AS MATERIALIZED (
      SELECT id FROM cart_item_locks
      WHERE tenant_id = ${tenantId} AND status = 'active' AND expires_at <= clock_timestamp()
        AND (seat_id = ANY(${intArray(seatIds)})
          OR (seat_id IS NULL AND zone_id = ANY(${intArray(zoneIds)})))
      ORDER BY id FOR UPDATE ${whereHeld === 'wait' ? sql`` : sql`SKIP LOCKED`}
    )
    UPDATE cart_item_locks AS l SET ${asEnded}
    FROM stale WHERE l.tenant_id = ${tenantId} AND l.id = stale.id
    RETURNING l.id, l.event_id AS "eventId", l.zone_id AS "zoneId", l.seat_id AS "seatId",
      l.former_expires_at IS NOT NULL AS abandoned`);
}

/** How a lock `l` that ran out is written down: abandoned ones as released, the others as expired. */
export const asEnded = sql.raw(`
  status = CASE WHEN l.former_expires_at IS NULL THEN 'expired' ELSE 'released' END,
  end_reason = CASE WHEN l.former_expires_at IS NULL THEN 'timeout' ELSE 'tab_closed' END,
  ended_at = clock_timestamp()`);

/** The database's clock, in milliseconds since 1970, read in a statement of its own. */
export async function databaseNowMs({ db }: Pick<Context, 'db'>): Promise<number> {
  const [row] = await db.execute<{ nowMs: number }>(
    sql`SELECT ${epochMs(sql`clock_timestamp()`)} AS "nowMs"`,
  );
  return (row as { nowMs: number }).nowMs;
}
