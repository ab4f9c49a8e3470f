import { sql } from 'drizzle-orm';
import { type Context, inTenant } from '@/lib/context';
import type { LockSettings } from '@/lib/settings';
import { epochMs, textArray } from '@/lib/sql';
import { databaseNowMs } from './guard';
import type { EndedLock, LiveLock, LockStatus } from './schema';
import { readLockSettings } from './settings';

/** How long an ended lock is told about. */
const endedForMs = 15 * 60_000;
/** Of one session, newest first: nobody reads more, and a body has a bound. */
const endedMax = 100;

type Row = {
  id: string;
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
  currency: string;
  status: 'active' | 'expired' | 'released' | 'converted';
  reason: EndedLock['reason'] | null;
  lockedAtMs: number;
  expiresAtMs: number;
  endedAtMs: number | null;
  extensionsLeft: number;
  abandoned: boolean;
};

/** What the database said of some sessions' locks at one moment. */
export type StatusRead = {
  nowMs: number;
  settings: LockSettings;
  currency: string;
  rows: Map<string, Row[]>;
  /** Sessions with a live abandoned lock: whoever asks for them is back. */
  abandoned: Set<string>;
};

/** Reads the locks of many sessions with one statement. */
export function readStatuses(ctx: Context, sessionKeys: string[]): Promise<StatusRead> {
  return inTenant(ctx, async (inside) => {
    const { db, tenantId } = inside;
    const [nowMs, settings, [tenant], rows] = await Promise.all([
      databaseNowMs(inside),
      readLockSettings(inside),
      db.execute<{ currency: string }>(sql`SELECT currency FROM tenants WHERE id = ${tenantId}`),
      db.execute<Row>(sql`
        SELECT l.id, l.session_key AS "sessionKey", l.event_id AS "eventId", e.name AS "eventName",
          l.zone_id AS "zoneId", z.name AS "zoneName", l.seat_id AS "seatId", s.row, s.label AS seat,
          l.quantity, l.price_at_lock AS price, l.status, l.end_reason AS reason,
          ${epochMs(sql`l.locked_at`)} AS "lockedAtMs", ${epochMs(sql`l.expires_at`)} AS "expiresAtMs",
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
    const abandoned = rows.filter((row) => row.abandoned && isLive(row, nowMs));
    const bySession = new Map(sessionKeys.map((key) => [key, [] as Row[]]));
    for (const row of rows) bySession.get(row.sessionKey)?.push(row);
    return {
      nowMs,
      settings,
      currency: tenant?.currency ?? '',
      rows: bySession,
      abandoned: new Set(abandoned.map((row) => row.sessionKey)),
    };
  });
}

const isLive = (row: Row, nowMs: number) => row.status === 'active' && row.expiresAtMs > nowMs;
const iso = (ms: number) => new Date(ms).toISOString();

/** One session's status body from what was read; a stale lock is told as ended, sweep or no sweep. */
export function statusOf(read: StatusRead, sessionKey: string): LockStatus {
  const { nowMs, settings, currency } = read;
  const rows = read.rows.get(sessionKey) ?? [];
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

function liveOf(row: Row, nowMs: number, currency: string): LiveLock {
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

function endedOf(row: Row): EndedLock {
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
