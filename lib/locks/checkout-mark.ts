import { sql } from 'drizzle-orm';
import { type BuyerContext, inTenant } from '@/lib/context';
import { uuidArray } from '@/lib/sql';
import { databaseNowMs } from './guard';
import { holdLocks, tellDeadlines } from './held';

/** The buyer looks at the checkout: each live lock of the session that is there for the first time is marked. */
export function markCheckout(ctx: BuyerContext): Promise<void> {
  return inTenant(ctx, async (inside) => {
    const held = await holdLocks(inside);
    const nowMs = await databaseNowMs(inside);
    const live = held.filter((lock) => lock.expiresAtMs > nowMs);
    if (live.length === 0) return;
    const marked = await inside.db.execute<{ id: string }>(sql`
      UPDATE cart_item_locks SET checkout_at = clock_timestamp()
      WHERE tenant_id = ${ctx.tenantId} AND id = ANY(${uuidArray(live.map((lock) => lock.id))})
        AND checkout_at IS NULL RETURNING id`);
    const ids = new Set(marked.map((lock) => lock.id));
    // Who watches the locks hears that there is something new about them.
    await tellDeadlines(
      inside,
      live.filter((lock) => ids.has(lock.id)),
    );
  });
}
