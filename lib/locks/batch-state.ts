import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { epochMs, intArray } from '@/lib/sql';
import type { BatchState, Claim, EventFacts, ZoneFacts } from './claim';
import { type Carts, liveUnits, readCarts } from './status';

/** What the claims of a batch name, each once; of the sessions, those that may hold something. */
type Asked = { sessionKeys: string[]; zoneIds: number[]; seatIds: number[]; places: boolean };

export function askedFor(claims: Claim[]): Asked {
  const sessions = new Set<string>();
  const zones = new Set<number>();
  const seats = new Set<number>();
  let places = false;
  for (const claim of claims) {
    if (!claim.isNew) sessions.add(claim.sessionKey);
    for (const item of claim.items) {
      zones.add(item.zoneId);
      if ('seatId' in item) seats.add(item.seatId);
      else places = true;
    }
  }
  return { sessionKeys: [...sessions], zoneIds: [...zones], seatIds: [...seats], places };
}

/** `stale`: among what the claims ask for there are locks to write down as ended first. */
export type Held = { carts: Carts; stale: boolean } & Pick<
  BatchState,
  'nowMs' | 'settings' | 'seatLocks' | 'zoneUnits' | 'sessionUnits'
>;

/** Reads what is for sale. Call under the batch's row locks, in statements of its own. */
export async function readFacts(
  { db, tenantId }: Context,
  eventId: string,
  zoneIds: number[],
): Promise<Pick<BatchState, 'event' | 'zones'>> {
  const [[event], zones] = await Promise.all([
    db.execute<EventFacts>(sql`
      SELECT name, status = 'published' AS published, ${epochMs(sql`sale_starts_at`)} AS "saleStartsMs",
        ${epochMs(sql`sale_ends_at`)} AS "saleEndsMs"
      FROM events WHERE tenant_id = ${tenantId} AND id = ${eventId}`),
    db.execute<ZoneFacts>(sql`
      SELECT id, name, kind, capacity, sold, price_minor AS "priceMinor" FROM zones
      WHERE tenant_id = ${tenantId} AND event_id = ${eventId} AND id = ANY(${intArray(zoneIds)})`),
  ]);
  return { event: event ?? null, zones: new Map(zones.map((zone) => [zone.id, zone])) };
}

/** Reads who holds what of it. Call as `readFacts`. */
export async function readHeld(ctx: Context, asked: Asked): Promise<Held> {
  const { db, tenantId } = ctx;
  const active = sql`FROM cart_item_locks WHERE tenant_id = ${tenantId} AND status = 'active'`;
  // One look-up a seat and a zone, whatever the planner believes of the table: of a plan that it
  // made while the table was empty, it would read the whole of it.
  const [carts, seatRows, zoneRows] = await Promise.all([
    readCarts(ctx, asked.sessionKeys),
    db.execute<{ id: string; seatId: number; sessionKey: string; live: boolean }>(sql`
      SELECT l.id, asked.id AS "seatId", l.session_key AS "sessionKey", l.live
      FROM unnest(${intArray(asked.seatIds)}) AS asked(id)
      CROSS JOIN LATERAL (
        SELECT id, session_key, expires_at > clock_timestamp() AS live
        ${active} AND seat_id = asked.id LIMIT 1) AS l`),
    asked.places
      ? db.execute<{ zoneId: number; units: number; stale: boolean }>(sql`
          SELECT asked.id AS "zoneId", l.units, l.stale
          FROM unnest(${intArray(asked.zoneIds)}) AS asked(id)
          CROSS JOIN LATERAL (
            SELECT coalesce(sum(quantity), 0)::int AS units,
              coalesce(bool_or(expires_at <= clock_timestamp()), false) AS stale
            ${active} AND seat_id IS NULL AND zone_id = asked.id) AS l`)
      : [],
  ]);
  return {
    carts,
    nowMs: carts.nowMs,
    settings: carts.settings,
    stale: seatRows.some((row) => !row.live) || zoneRows.some((row) => row.stale),
    seatLocks: new Map(seatRows.map((row) => [row.seatId, row])),
    zoneUnits: new Map(zoneRows.map((row) => [row.zoneId, row.units])),
    sessionUnits: liveUnits(carts),
  };
}
