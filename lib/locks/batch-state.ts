import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import type { Seating } from '@/lib/seating/queries';
import { epochMs, intArray } from '@/lib/sql';
import { openCarts } from './cart-id';
import type { BatchState, Claim, EventFacts, ZoneFacts } from './claim';
import { type Carts, liveLocks, liveUnits, readCarts } from './status';

/** What the claims of a batch name, each once; of the sessions, those that may hold something. */
export type Asked = {
  sessionKeys: string[];
  /** null: all of the event's, because seats are to be chosen among them. */
  zoneIds: number[] | null;
  seatIds: number[];
  /** General zones are among them. */
  placesIn: number[];
  givenUp: string[];
};

/** @param seating where single seats may not be left: all seats of the rows concerned are asked for. */
export function askedFor(claims: Claim[], seating: Seating | null): Asked {
  const sessions = new Set<string>();
  const zones = new Set<number>();
  const places = new Set<number>();
  const seats = new Set<number>();
  const givenUp = new Set<string>();
  for (const claim of claims) {
    if (!claim.isNew) sessions.add(claim.sessionKey);
    for (const id of claim.swap ?? []) givenUp.add(id);
    for (const item of claim.items) {
      zones.add(item.zoneId);
      if ('seatId' in item) seats.add(item.seatId);
      else places.add(item.zoneId);
    }
  }
  return {
    sessionKeys: [...sessions],
    zoneIds: claims.some((claim) => claim.wish) ? null : [...zones],
    seatIds: seating ? seating.rowMates([...seats]) : [...seats],
    placesIn: [...places],
    givenUp: [...givenUp],
  };
}

/** `stale`: among what the claims ask for there are locks to write down as ended first. */
export type Held = { carts: Carts; stale: boolean } & Pick<
  BatchState,
  'nowMs' | 'settings' | 'seatLocks' | 'zoneUnits' | 'sessionUnits' | 'ownLocks' | 'cartIds'
>;

/** Reads what is for sale. Call under the batch's row locks, in statements of its own. */
export async function readFacts(
  { db, tenantId }: Context,
  eventId: string,
  zoneIds: number[] | null,
): Promise<Pick<BatchState, 'event' | 'zones'>> {
  const named = zoneIds === null ? sql`` : sql`AND id = ANY(${intArray(zoneIds)})`;
  const [[event], zones] = await Promise.all([
    db.execute<EventFacts>(sql`
      SELECT name, status = 'published' AS published, ${epochMs(sql`sale_starts_at`)} AS "saleStartsMs",
        ${epochMs(sql`sale_ends_at`)} AS "saleEndsMs", map_version AS "mapVersion"
      FROM events WHERE tenant_id = ${tenantId} AND id = ${eventId}`),
    db.execute<ZoneFacts>(sql`
      SELECT id, name, kind, capacity, sold, price_minor AS "priceMinor" FROM zones
      WHERE tenant_id = ${tenantId} AND event_id = ${eventId} ${named}`),
  ]);
  return { event: event ?? null, zones: new Map(zones.map((zone) => [zone.id, zone])) };
}

/** Who holds a seat, if anyone; stale when `live` is false. */
export type SeatLock = { id: string; seatId: number; sessionKey: string; live: boolean };

/** Reads the active locks on seats. Call as `readFacts`. */
export async function readSeatLocks(
  { db, tenantId }: Context,
  seatIds: number[],
): Promise<SeatLock[]> {
  // One look-up a seat, whatever the planner believes of the table: of a plan that it made while
  // the table was empty, it would read the whole of it.
  return await db.execute<SeatLock>(sql`
    SELECT l.id, asked.id AS "seatId", l.session_key AS "sessionKey", l.live
    FROM unnest(${intArray(seatIds)}) AS asked(id)
    CROSS JOIN LATERAL (
      SELECT id, session_key, expires_at > clock_timestamp() AS live FROM cart_item_locks
      WHERE tenant_id = ${tenantId} AND status = 'active' AND seat_id = asked.id LIMIT 1) AS l`);
}

/** Reads who holds what of it. Call as `readFacts`. */
export async function readHeld(ctx: Context, eventId: string, asked: Asked): Promise<Held> {
  const { db, tenantId } = ctx;
  const [carts, seatRows, zoneRows] = await Promise.all([
    readCarts(ctx, asked.sessionKeys),
    readSeatLocks(ctx, asked.seatIds),
    asked.placesIn.length > 0
      ? db.execute<{ zoneId: number; units: number; stale: boolean }>(sql`
          SELECT asked.id AS "zoneId", l.units, l.stale
          FROM unnest(${intArray(asked.placesIn)}) AS asked(id)
          CROSS JOIN LATERAL (
            SELECT coalesce(sum(quantity), 0)::int AS units,
              coalesce(bool_or(expires_at <= clock_timestamp()), false) AS stale
            FROM cart_item_locks
            WHERE tenant_id = ${tenantId} AND status = 'active' AND seat_id IS NULL
              AND zone_id = asked.id) AS l`)
      : [],
  ]);
  const ownLocks = liveLocks(carts, eventId);
  return {
    carts,
    nowMs: carts.nowMs,
    settings: carts.settings,
    stale: seatRows.some((row) => !row.live) || zoneRows.some((row) => row.stale),
    seatLocks: new Map(seatRows.map((row) => [row.seatId, row])),
    zoneUnits: new Map(zoneRows.map((row) => [row.zoneId, row.units])),
    sessionUnits: liveUnits(carts),
    ownLocks,
    cartIds: openCarts(ownLocks.values(), carts.nowMs),
  };
}
