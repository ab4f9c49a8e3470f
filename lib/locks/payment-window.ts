import { sql } from 'drizzle-orm';
import type { BuyerContext } from '@/lib/context';
import { fromEpochMs, uuidArray } from '@/lib/sql';
import { databaseNowMs } from './guard';
import { type HeldLock, holdLocks, tellDeadlines } from './held';
import { readLockSettings } from './settings';
import { guaranteedDeadline } from './terms';

/**
 * Entering payment: inside the caller's transaction, holds the session's live locks, or those
 * named, and guarantees each at least the payment window more, once in its life.
 * @returns the live locks with their new deadlines, and the named ones that are not live.
 */
export async function guaranteePayment(
  ctx: BuyerContext,
  lockIds?: string[],
): Promise<{ live: HeldLock[]; notLive: string[] }> {
  const { paymentWindowMs } = await readLockSettings(ctx);
  const held = await holdLocks(ctx, lockIds);
  const nowMs = await databaseNowMs(ctx);
  const live = held.filter((lock) => lock.expiresAtMs > nowMs);
  const ids = new Set(live.map((lock) => lock.id));
  const notLive = (lockIds ?? []).filter((id) => !ids.has(id));
  if (notLive.length > 0) return { live, notLive };

  const moved = live.map((lock) =>
    lock.paymentWindowMs > 0
      ? { ...lock, expiresAtMs: lock.deadlineMs }
      : { ...lock, paymentWindowMs, expiresAtMs: guaranteedDeadline(lock, nowMs, paymentWindowMs) },
  );
  await ctx.db.execute(sql`
    UPDATE cart_item_locks AS l SET expires_at = ${fromEpochMs(sql`moved.ms`)},
      payment_window_ms = moved.payment_window_ms, former_expires_at = NULL,
      checkout_at = coalesce(l.checkout_at, clock_timestamp()),
      paying_at = coalesce(l.paying_at, clock_timestamp())
    FROM unnest(${uuidArray(moved.map((lock) => lock.id))},
      ${sql.param(moved.map((lock) => lock.expiresAtMs))}::float8[],
      ${sql.param(moved.map((lock) => lock.paymentWindowMs))}::int[])
      AS moved(id, ms, payment_window_ms)
    WHERE l.tenant_id = ${ctx.tenantId} AND l.id = moved.id`);
  await tellDeadlines(ctx, moved);
  return { live: moved, notLive: [] };
}
