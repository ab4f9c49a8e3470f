import { sql } from 'drizzle-orm';
import { type Context, inTenant } from '@/lib/context';
import { epochMs, textArray } from '@/lib/sql';
import type { EndedLock, LiveLock, LockStatus } from './schema';
import { type HouseRules, readHouseRules } from './settings';

/** How long an ended lock is told about. */
const endedForMs = 15 * 60_000;
/** Of one session, newest first: nobody reads more, and a body has a bound. */
const endedMax = 100;

/** A lock of a cart, with the names that its buyer knows it by. */
export type CartRow = {
  id: string;
  cartId: string;
  sessionKey: string;
  eventId: string;
  eventName: string;
  zoneId: number;
  zoneName: string;
  seatId: number | null;
  row: string | null;
  seat: string | null;
  quantity: number;
  price: number;
  status: 'active' | 'expired' | 'released' | 'converted';
  reason: EndedLock['reason'] | null;
  lockedAtMs: number;
  expiresAtMs: number;
  /** The former deadline while the lock is abandoned. */
  deadlineMs: number;
  endedAtMs: number | null;
  extensionsLeft: number;
  abandoned: boolean;
};

/** What the database said of some sessions' carts at one moment; every session that was asked for. */
export type Carts = HouseRules & { rows: Map<string, CartRow[]> };

/** Reads the carts of many sessions. Call inside `inTenant`. */
export async function readCarts(ctx: Context, sessionKeys: string[]): Promise<Carts> {
  const { db, tenantId } = ctx;
  const [rules, rows] = await Promise.all([
    readHouseRules(ctx),
    db.execute<CartRow>(sql`
      SELECT l.id, l.cart_id AS "cartId", l.session_key AS "sessionKey", l.event_id AS "eventId", e.name AS "eventName",
        l.zone_id AS "zoneId", z.name AS "zoneName", l.seat_id AS "seatId", s.row, s.label AS seat,
        l.quantity, l.price_at_lock AS price, l.status, l.end_reason AS reason,
        ${epochMs(sql`l.locked_at`)} AS "lockedAtMs", ${epochMs(sql`l.expires_at`)} AS "expiresAtMs",
        ${epochMs(sql`coalesce(l.former_expires_at, l.expires_at)`)} AS "deadlineMs",
        ${epochMs(sql`l.ended_at`)} AS "endedAtMs", l.max_extensions - l.extensions AS "extensionsLeft",
        l.former_expires_at IS NOT NULL AS abandoned
      FROM unnest(${textArray(sessionKeys)}) AS asked(key)
      CROSS JOIN LATERAL (
        (SELECT * FROM cart_item_locks
         WHERE tenant_id = ${tenantId} AND session_key = asked.key AND status = 'active')
        UNION ALL
        (SELECT * FROM cart_item_locks
         WHERE tenant_id = ${tenantId} AND session_key = asked.key AND status <> 'active'
           AND ended_at > clock_timestamp() - ${endedForMs} * interval '1 ms'
         ORDER BY ended_at DESC LIMIT ${endedMax})
      ) AS l
      JOIN events e ON e.tenant_id = ${tenantId} AND e.id = l.event_id
      JOIN zones z ON z.tenant_id = ${tenantId} AND z.id = l.zone_id
      LEFT JOIN seats s ON s.tenant_id = ${tenantId} AND s.id = l.seat_id
      ORDER BY l.locked_at, l.id`),
  ]);
  const bySession = new Map(sessionKeys.map((key) => [key, [] as CartRow[]]));
  for (const row of rows) bySession.get(row.sessionKey)?.push(row);
  return { ...rules, rows: bySession };
}

/** As `readCarts`, in a transaction of its own. */
export function readCartsOf(ctx: Context, sessionKeys: string[]): Promise<Carts> {
  return inTenant(ctx, (inside) => readCarts(inside, sessionKeys));
}

/** Live units of each session that has any. */
export function liveUnits({ nowMs, rows }: Carts): Map<string, number> {
  const units = new Map<string, number>();
  for (const [session, locks] of rows) {
    for (const lock of locks) {
      if (isLive(lock, nowMs)) units.set(session, (units.get(session) ?? 0) + lock.quantity);
    }
  }
  return units;
}

/** Live locks of these sessions on one event, by id. */
export function liveLocks({ nowMs, rows }: Carts, eventId: string): Map<string, CartRow> {
  const locks = [...rows.values()].flat().filter((lock) => isLive(lock, nowMs));
  return new Map(locks.filter((lock) => lock.eventId === eventId).map((lock) => [lock.id, lock]));
}

/** Sessions with a live abandoned lock: whoever asks for them is back. */
export function abandonedSessions({ nowMs, rows }: Carts): string[] {
  return [...rows.keys()].filter((session) =>
    rows.get(session)?.some((lock) => lock.abandoned && isLive(lock, nowMs)),
  );
}

const isLive = (row: CartRow, nowMs: number) => row.status === 'active' && row.expiresAtMs > nowMs;
const iso = (ms: number) => new Date(ms).toISOString();

/** One session's status body from what was read; a stale lock is told as ended, sweep or no sweep. */
export function statusOf(carts: Carts, sessionKey: string): LockStatus {
  const { nowMs, settings, currency } = carts;
  const rows = carts.rows.get(sessionKey) ?? [];
  const live = rows.filter((row) => isLive(row, nowMs));
  const ended = rows.filter((row) => !isLive(row, nowMs)).map((row) => endedOf(row));
  return {
    serverTime: iso(nowMs),
    durationMs: settings.durationMs,
    warningMs: settings.warningMs,
    autoExtend: settings.autoExtend,
    maxLocks: settings.maxLocksPerSession,
    locks: live.map((row) => liveOf(row, nowMs, currency)),
    ended: ended
      .filter((lock) => Date.parse(lock.endedAt) > nowMs - endedForMs)
      .sort((a, b) => b.endedAt.localeCompare(a.endedAt))
      .slice(0, endedMax),
    total: { amount: live.reduce((sum, row) => sum + row.price * row.quantity, 0), currency },
    earliestExpiry: live.length === 0 ? null : iso(Math.min(...live.map((row) => row.expiresAtMs))),
  };
}

function liveOf(row: CartRow, nowMs: number, currency: string): LiveLock {
  return {
    id: row.id,
    eventId: row.eventId,
    eventName: row.eventName,
    zoneId: row.zoneId,
    zoneName: row.zoneName,
    seatId: row.seatId,
    row: row.row,
    seat: row.seat,
    quantity: row.quantity,
    price: { amount: row.price, currency },
    lockedAt: iso(row.lockedAtMs),
    expiresAt: iso(row.expiresAtMs),
    remainingMs: row.expiresAtMs - nowMs,
    extensionsLeft: row.extensionsLeft,
  };
}

function endedOf(row: CartRow): EndedLock {
  const ranOut = row.abandoned
    ? ({ status: 'released', reason: 'tab_closed' } as const)
    : ({ status: 'expired', reason: 'timeout' } as const);
  const how =
    row.status === 'active' || row.reason === null
      ? ranOut
      : { status: row.status, reason: row.reason };
  return {
    id: row.id,
    zoneName: row.zoneName,
    row: row.row,
    seat: row.seat,
    quantity: row.quantity,
    ...how,
    endedAt: iso(row.endedAtMs ?? row.expiresAtMs),
  };
}
