import { sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import type { Db } from '@/db/client';
import type { Context } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { type LiveChanges, noChanges, seatFree } from '@/lib/live/schema';
import { announce } from '@/lib/live/service';
import { epochMs, intArray, textArray } from '@/lib/sql';
import { endStale, guardPlaces, guardSeats, guardSessions } from './guard';
import {
  type BatchState,
  type Claim,
  type ClaimOutcome,
  decideClaim,
  type NewLock,
  type ZoneFacts,
} from './policy';
import { insertLocks } from './rows';
import { readLockSettings } from './settings';

/**
 * Writes one batch of claims on one event in one transaction: hold the rows, then read in new
 * statements, decide each claim in order of arrival, write, tell. A refused claim fails alone.
 * @throws what the transaction failed with as a whole; then nothing was written.
 */
export function writeBatch(
  ctx: Context,
  eventId: string,
  claims: Claim[],
): Promise<(ClaimOutcome | DomainError)[]> {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx as Db };
    const asked = askedFor(claims);
    // Sent together, run in this order: the connection keeps it.
    const [, , seats] = await Promise.all([
      guardSessions(inside, asked.sessionKeys),
      asked.places ? guardPlaces(inside, eventId, asked.zoneIds) : null,
      guardSeats(inside, asked.seatIds),
    ]);
    const state = await readState(inside, eventId, asked, seats);
    const changes = noChanges(ctx.tenantId, eventId);
    if (state.stale) await sweep(inside, eventId, asked, state, changes);

    const results = claims.map((claim) => decide(state, claim));
    const inserted = results.flatMap((r) => (r instanceof DomainError ? [] : r.inserted));
    tell(changes, inserted, state);
    await Promise.all([insertLocks(inside, eventId, inserted, state), announce(inside, [changes])]);
    return results;
  });
}

type Asked = { sessionKeys: string[]; zoneIds: number[]; seatIds: number[]; places: boolean };

function askedFor(claims: Claim[]): Asked {
  const sessions = new Set<string>();
  const zones = new Set<number>();
  const seats = new Set<number>();
  let places = false;
  for (const claim of claims) {
    sessions.add(claim.sessionKey);
    for (const item of claim.items) {
      zones.add(item.zoneId);
      if ('seatId' in item) seats.add(item.seatId);
      else places = true;
    }
  }
  return { sessionKeys: [...sessions], zoneIds: [...zones], seatIds: [...seats], places };
}

function decide(state: BatchState, claim: Claim): ClaimOutcome | DomainError {
  try {
    return decideClaim(state, claim, newId);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

type ReadState = BatchState & { stale: boolean };
type Held = { nowMs: number; stale: boolean } & Pick<
  BatchState,
  'seatLocks' | 'zoneUnits' | 'sessionUnits'
>;

async function readState(
  ctx: Context,
  eventId: string,
  asked: Asked,
  seats: BatchState['seats'],
): Promise<ReadState> {
  const [settings, [event], zones, held] = await Promise.all([
    readLockSettings(ctx),
    ctx.db.execute<{ published: boolean; saleStartsMs: number; saleEndsMs: number }>(sql`
      SELECT status = 'published' AS published, ${epochMs(sql`sale_starts_at`)} AS "saleStartsMs",
        ${epochMs(sql`sale_ends_at`)} AS "saleEndsMs"
      FROM events WHERE tenant_id = ${ctx.tenantId} AND id = ${eventId}`),
    ctx.db.execute<ZoneFacts>(sql`
      SELECT id, kind, capacity, sold, price_minor AS "priceMinor" FROM zones
      WHERE tenant_id = ${ctx.tenantId} AND event_id = ${eventId}
        AND id = ANY(${intArray(asked.zoneIds)})`),
    readHeld(ctx, asked),
  ]);
  const zonesById = new Map(zones.map((zone) => [zone.id, zone]));
  return { ...held, settings, event: event ?? null, zones: zonesById, seats };
}

async function readHeld({ db, tenantId }: Context, asked: Asked): Promise<Held> {
  const active = sql`FROM cart_item_locks WHERE tenant_id = ${tenantId} AND status = 'active'`;
  const [[clock], seatRows, zoneRows, sessionRows] = await Promise.all([
    db.execute<{ nowMs: number }>(sql`SELECT ${epochMs(sql`clock_timestamp()`)} AS "nowMs"`),
    db.execute<{ id: string; seatId: number; sessionKey: string; live: boolean }>(sql`
      SELECT id, seat_id AS "seatId", session_key AS "sessionKey",
        expires_at > clock_timestamp() AS live
      ${active} AND seat_id = ANY(${intArray(asked.seatIds)})`),
    asked.places
      ? db.execute<{ zoneId: number; units: number; stale: boolean }>(sql`
          SELECT zone_id AS "zoneId", bool_or(expires_at <= clock_timestamp()) AS stale,
            sum(quantity)::int AS units
          ${active} AND seat_id IS NULL AND zone_id = ANY(${intArray(asked.zoneIds)})
          GROUP BY zone_id`)
      : [],
    db.execute<{ sessionKey: string; units: number }>(sql`
      SELECT session_key AS "sessionKey", sum(quantity)::int AS units
      ${active} AND session_key = ANY(${textArray(asked.sessionKeys)})
        AND expires_at > clock_timestamp()
      GROUP BY session_key`),
  ]);
  return {
    nowMs: (clock as { nowMs: number }).nowMs,
    stale: seatRows.some((row) => !row.live) || zoneRows.some((row) => row.stale),
    seatLocks: new Map(seatRows.map((row) => [row.seatId, row])),
    zoneUnits: new Map(zoneRows.map((row) => [row.zoneId, row.units])),
    sessionUnits: new Map(sessionRows.map((row) => [row.sessionKey, row.units])),
  };
}

/**
 * Ends what is stale under the batch's seats and zones, and reads again: an extension may have
 * saved a lock that looked stale. What turns stale in between still counts as held.
 */
async function sweep(
  ctx: Context,
  eventId: string,
  asked: Asked,
  state: BatchState,
  changes: LiveChanges,
): Promise<void> {
  const ended = await endStale(ctx, asked.seatIds, asked.places ? asked.zoneIds : []);
  for (const lock of ended) {
    if (lock.eventId !== eventId) continue;
    if (lock.seatId === null) changes.units.push([lock.zoneId, lock.id, 0, 0]);
    else changes.seats.push([lock.seatId, seatFree]);
  }
  Object.assign(state, await readHeld(ctx, asked));
}

function tell(changes: LiveChanges, inserted: NewLock[], { nowMs, settings }: BatchState): void {
  const until = nowMs + settings.durationMs;
  for (const lock of inserted) {
    if (lock.seatId === null) changes.units.push([lock.zoneId, lock.id, lock.quantity, until]);
    else changes.seats.push([lock.seatId, until]);
  }
}
