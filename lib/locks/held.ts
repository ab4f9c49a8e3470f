import { sql } from 'drizzle-orm';
import type { BuyerContext, Context } from '@/lib/context';
import { type LiveChanges, noChanges, seatFree } from '@/lib/live/schema';
import { announce } from '@/lib/live/service';
import { epochMs, uuidArray } from '@/lib/sql';
import { guardSessions } from './guard';
import type { LockTerms } from './terms';

/** An active lock whose row this transaction holds; it may be stale until compared with the clock. */
export type HeldLock = LockTerms & {
  id: string;
  eventId: string;
  zoneId: number;
  seatId: number | null;
  quantity: number;
  expiresAtMs: number;
  abandoned: boolean;
  paymentWindowMs: number;
};

/**
 * Holds the session, then its active locks, or those of them that are named, in order of id. What
 * they say is as of after the wait; compare `expiresAtMs` with a clock read in a later statement.
 * The session, because a lock that is saved as its deadline passes must count against the limit.
 */
export async function holdLocks(ctx: BuyerContext, lockIds?: string[]): Promise<HeldLock[]> {
  // Sent together, run in this order.
  const [, locks] = await Promise.all([
    guardSessions(ctx, [ctx.actor.sessionKey]),
    readForUpdate(ctx, lockIds),
  ]);
  return locks;
}

async function readForUpdate(
  { db, tenantId, actor }: BuyerContext,
  lockIds?: string[],
): Promise<HeldLock[]> {
  const named = lockIds ? sql`AND id = ANY(${uuidArray(lockIds)})` : sql``;
  return await db.execute<HeldLock>(sql`
    SELECT id, event_id AS "eventId", zone_id AS "zoneId", seat_id AS "seatId", quantity,
      duration_ms AS "durationMs", max_extensions AS "maxExtensions", extensions,
      payment_window_ms AS "paymentWindowMs", former_expires_at IS NOT NULL AS abandoned,
      ${epochMs(sql`locked_at`)} AS "lockedAtMs", ${epochMs(sql`expires_at`)} AS "expiresAtMs",
      ${epochMs(sql`coalesce(former_expires_at, expires_at)`)} AS "deadlineMs"
    FROM cart_item_locks
    WHERE tenant_id = ${tenantId} AND session_key = ${actor.sessionKey} AND status = 'active' ${named}
    ORDER BY id FOR UPDATE`);
}

type Told = Pick<HeldLock, 'id' | 'eventId' | 'zoneId' | 'seatId' | 'quantity'>;

/** Tells the live hub where these locks' deadlines are now. */
export async function tellDeadlines(
  ctx: Context,
  locks: (Told & { expiresAtMs: number })[],
): Promise<void> {
  await announce(
    ctx,
    byEvent(ctx, locks, (changes, lock) => {
      if (lock.seatId !== null) changes.seats.push([lock.seatId, lock.expiresAtMs]);
      else changes.units.push([lock.zoneId, lock.id, lock.quantity, lock.expiresAtMs]);
    }),
  );
}

/** Tells the live hub that these locks are over and their seats and places free. */
export async function tellEnded(ctx: Context, locks: Told[]): Promise<void> {
  await announce(
    ctx,
    byEvent(ctx, locks, (changes, lock) => {
      if (lock.seatId !== null) changes.seats.push([lock.seatId, seatFree]);
      else changes.units.push([lock.zoneId, lock.id, 0, 0]);
    }),
  );
}

function byEvent<L extends Told>(
  { tenantId }: Context,
  locks: L[],
  add: (changes: LiveChanges, lock: L) => void,
): LiveChanges[] {
  const events = new Map<string, LiveChanges>();
  for (const lock of locks) {
    const changes = events.get(lock.eventId) ?? noChanges(tenantId, lock.eventId);
    events.set(lock.eventId, changes);
    add(changes, lock);
  }
  return [...events.values()];
}
