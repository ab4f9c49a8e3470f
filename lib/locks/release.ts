import { sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { type BuyerContext, inTenant } from '@/lib/context';
import { intArray, uuidArray } from '@/lib/sql';
import { planRelease, type ReleasePlan } from './giving-back';
import { databaseNowMs } from './guard';
import { type HeldLock, holdLocks, tellDeadlines, tellEnded } from './held';
import type { Released, ReleaseInput } from './schema';

export type ReleaseResult = Pick<Released, 'released' | 'notFound'>;

/**
 * Gives back the locks or items named, or all of the session's. Of a quantity, a part: the newest
 * lock first, and the part becomes a released row of its own, so that statistics stay whole.
 * Idempotent. Another session's lock is not found, and untouched.
 */
export function releaseLocks(ctx: BuyerContext, input: ReleaseInput): Promise<ReleaseResult> {
  return inTenant(ctx, async (inside) => {
    const held = await holdLocks(inside, 'lockIds' in input ? input.lockIds : undefined);
    const nowMs = await databaseNowMs(inside);
    const plan = planRelease(
      held.filter((lock) => lock.expiresAtMs > nowMs),
      input,
    );
    await endReleased(inside, plan.whole);
    const parts = await splitParts(inside, plan.parts);
    return {
      released: [...plan.whole.map((lock) => lock.id), ...parts],
      notFound: plan.notFound,
    };
  });
}

async function endReleased(ctx: BuyerContext, locks: HeldLock[]): Promise<void> {
  if (locks.length === 0) return;
  await ctx.db.execute(sql`
    UPDATE cart_item_locks SET status = 'released', end_reason = 'buyer', ended_at = clock_timestamp()
    WHERE tenant_id = ${ctx.tenantId} AND id = ANY(${uuidArray(locks.map((lock) => lock.id))})`);
  await tellEnded(ctx, locks);
}

/** Lowers each lock by the part given back and writes the part down. @returns the parts' ids. */
async function splitParts(ctx: BuyerContext, parts: ReleasePlan['parts']): Promise<string[]> {
  if (parts.length === 0) return [];
  const ids = parts.map(() => newId());
  const part = sql`unnest(${uuidArray(parts.map(({ lock }) => lock.id))}, ${uuidArray(ids)},
    ${intArray(parts.map(({ quantity }) => quantity))}) AS part(lock_id, id, quantity)`;
  await ctx.db.execute(sql`
    INSERT INTO cart_item_locks (tenant_id, id, session_key, user_id, event_id, zone_id, quantity,
      price_at_lock, metadata, cart_id, device, address_hash, checkout_at, paying_at, locked_at,
      expires_at, status, ended_at, end_reason, duration_ms, max_extensions, extensions, payment_window_ms)
    SELECT l.tenant_id, part.id, l.session_key, l.user_id, l.event_id, l.zone_id, part.quantity,
      l.price_at_lock, l.metadata, l.cart_id, l.device, l.address_hash, l.checkout_at, l.paying_at,
      l.locked_at, l.expires_at, 'released', clock_timestamp(), 'buyer',
      l.duration_ms, l.max_extensions, l.extensions, l.payment_window_ms
    FROM ${part} JOIN cart_item_locks l ON l.tenant_id = ${ctx.tenantId} AND l.id = part.lock_id`);
  await ctx.db.execute(sql`
    UPDATE cart_item_locks AS l SET quantity = l.quantity - part.quantity
    FROM ${part} WHERE l.tenant_id = ${ctx.tenantId} AND l.id = part.lock_id`);
  await tellDeadlines(
    ctx,
    parts.map(({ lock, quantity }) => ({ ...lock, quantity: lock.quantity - quantity })),
  );
  return ids;
}
