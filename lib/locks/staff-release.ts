import { type SQL, sql } from 'drizzle-orm';
import { audit } from '@/lib/audit/service';
import { type Context, inTenant, type StaffContext } from '@/lib/context';
import { announceCarts } from '@/lib/live/service';
import { textArray, uuidArray } from '@/lib/sql';
import { databaseNowMs } from './guard';
import { tellEnded } from './held';
import { addressName, sessionName } from './session-name';
import { type StaffRelease, type StaffReleased, staffReleaseMax } from './staff-schema';

type Chosen = {
  id: string;
  sessionKey: string;
  eventId: string;
  zoneId: number;
  seatId: number | null;
  quantity: number;
  expiresAtMs: number;
};

/**
 * Staff end live locks, with a reason that is written down; but none that is being paid for. What
 * else the buyers hold stays theirs; their pages hear of it at once. At most `staffReleaseMax` locks
 * a call, the oldest first and those that came to payment last: there may be more.
 */
export function releaseAsStaff(ctx: StaffContext, release: StaffRelease): Promise<StaffReleased> {
  return inTenant(ctx, async (inside) => {
    const chosen = await holdChosen(inside, release);
    const nowMs = await databaseNowMs(inside);
    const held = chosen.filter((lock) => lock.expiresAtMs > nowMs);
    const paying = await readPaying(inside, held);
    const live = held.filter((lock) => !paying.has(lock.id));
    const released = live.map((lock) => lock.id);
    const known = new Set(held.map((lock) => lock.id));
    const notFound = 'lockIds' in release ? release.lockIds.filter((id) => !known.has(id)) : [];
    const outcome = { released, notFound, paying: [...paying] };
    if (released.length === 0) return outcome;
    await inside.db.execute(sql`
      UPDATE cart_item_locks SET status = 'released', end_reason = 'admin',
        ended_at = clock_timestamp()
      WHERE tenant_id = ${ctx.tenantId} AND id = ANY(${uuidArray(released)})`);
    await tellEnded(inside, live);
    const sessions = [...new Set(live.map((lock) => lock.sessionKey))];
    await announceCarts(inside, sessions);
    await audit(inside, {
      action: 'locks.released',
      target: targetOf(release, sessions),
      after: {
        locks: released.length,
        units: live.reduce((sum, lock) => sum + lock.quantity, 0),
        lockIds: released.slice(0, 50),
      },
      reason: release.reason,
    });
    return outcome;
  });
}

/** In order of id, as whoever holds several locks takes them. */
async function holdChosen(
  { db, tenantId }: StaffContext,
  release: StaffRelease,
): Promise<Chosen[]> {
  return await db.execute<Chosen>(sql`
    WITH chosen AS MATERIALIZED (
      SELECT id FROM cart_item_locks
      WHERE tenant_id = ${tenantId} AND status = 'active' AND ${choice(tenantId, release)}
      ORDER BY paying_at IS NOT NULL, locked_at LIMIT ${staffReleaseMax}
    )
    SELECT l.id, l.session_key AS "sessionKey", l.event_id AS "eventId", l.zone_id AS "zoneId",
      l.seat_id AS "seatId", l.quantity, extract(epoch from l.expires_at) * 1000 AS "expiresAtMs"
    FROM cart_item_locks l
    WHERE l.tenant_id = ${tenantId} AND l.id IN (SELECT id FROM chosen) AND l.status = 'active'
    ORDER BY l.id FOR UPDATE`);
}

/** Locks whose order is open: read once they are held, as an order is opened holding them. */
async function readPaying({ db, tenantId }: Context, held: Chosen[]): Promise<Set<string>> {
  if (held.length === 0) return new Set();
  const rows = await db.execute<{ id: string }>(sql`
    SELECT DISTINCT ol.lock_id AS id FROM order_locks ol
    JOIN orders o ON o.tenant_id = ol.tenant_id AND o.id = ol.order_id
    WHERE ol.tenant_id = ${tenantId} AND ol.lock_id = ANY(${uuidArray(held.map(({ id }) => id))})
      AND o.status = 'pending'`);
  return new Set(rows.map(({ id }) => id));
}

function choice(tenantId: number, release: StaffRelease): SQL {
  if ('lockIds' in release) return sql`id = ANY(${uuidArray(release.lockIds)})`;
  if ('cartId' in release) return sql`cart_id = ${release.cartId}`;
  if ('sessionOf' in release) {
    return sql`session_key = (SELECT session_key FROM cart_item_locks
      WHERE tenant_id = ${tenantId} AND id = ${release.sessionOf})`;
  }
  const { kind, value } = release.source;
  if (kind === 'session') return sql`session_key = ANY(${textArray([value])})`;
  return kind === 'account' ? sql`user_id = ${value}` : sql`address_hash = ${value}`;
}

/** As a cool-down is written: what kind of name it is, then the name. */
function targetOf(release: StaffRelease, sessions: string[]): string {
  if ('source' in release && release.source.kind === 'address') {
    return `address · ${addressName(release.source.value) ?? '–'}`;
  }
  const names = sessions.slice(0, 10).map(sessionName).join(', ');
  return `${sessions.length === 1 ? 'session' : 'sessions'} · ${names}`;
}
