import { sql } from 'drizzle-orm';
import { type BuyerContext, inTenant } from '@/lib/context';
import { epochMs, uuidArray } from '@/lib/sql';
import { databaseNowMs } from './guard';
import { type HeldLock, holdLocks, tellDeadlines } from './held';
import { readLockSettings } from './settings';

/**
 * The tab closed, or only reloaded: the beacon cannot know. The session's locks end after the grace
 * unless it comes back; what an open order is being paid for is left alone.
 */
export function abandonLocks(ctx: BuyerContext): Promise<void> {
  return inTenant(ctx, async (inside) => {
    const { abandonGraceMs } = await readLockSettings(inside);
    const held = await holdLocks(inside);
    if (held.length === 0) return;
    const moved = await inside.db.execute<HeldLock>(sql`
      UPDATE cart_item_locks AS l SET former_expires_at = expires_at,
        expires_at = least(expires_at, clock_timestamp() + ${abandonGraceMs} * interval '1 ms')
      WHERE tenant_id = ${ctx.tenantId} AND id = ANY(${uuidArray(held.map((lock) => lock.id))})
        AND former_expires_at IS NULL AND expires_at > clock_timestamp()
        AND NOT EXISTS (
          SELECT 1 FROM order_locks ol JOIN orders o ON o.tenant_id = ol.tenant_id AND o.id = ol.order_id
          WHERE ol.tenant_id = l.tenant_id AND ol.lock_id = l.id AND o.status = 'pending')
      RETURNING id, event_id AS "eventId", zone_id AS "zoneId", seat_id AS "seatId", quantity,
        ${epochMs(sql`expires_at`)} AS "expiresAtMs"`);
    await tellDeadlines(inside, moved);
  });
}

/** The buyer is back within the grace: abandoned locks get their former deadline again. */
export function resumeLocks(ctx: BuyerContext): Promise<void> {
  return inTenant(ctx, async (inside) => {
    const held = (await holdLocks(inside)).filter((lock) => lock.abandoned);
    const nowMs = await databaseNowMs(inside);
    const back = held.filter((lock) => lock.expiresAtMs > nowMs);
    if (back.length === 0) return;
    await inside.db.execute(sql`
      UPDATE cart_item_locks SET expires_at = former_expires_at, former_expires_at = NULL
      WHERE tenant_id = ${ctx.tenantId} AND id = ANY(${uuidArray(back.map((lock) => lock.id))})`);
    await tellDeadlines(
      inside,
      back.map((lock) => ({ ...lock, expiresAtMs: lock.deadlineMs })),
    );
  });
}
