import { sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { type BuyerContext, inTenant } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { guaranteePayment } from '@/lib/locks/service';
import { currentProvider } from '@/lib/payments/service';
import { intArray, uuidArray } from '@/lib/sql';
import { newAccessKey, newOrderNumber } from './codes';
import type { Checkout, CheckoutInput } from './schema';

/**
 * Opens an order for the session's live locks, or those named, and guarantees each of them the
 * payment window. An order that was open for any of them is cancelled: the buyer started over.
 * Called inside `withRetry`.
 * @throws DomainError `no_live_locks`; `locks_not_live` {lockIds}, then nothing was started;
 *   `provider_not_found`.
 */
export function openOrder(ctx: BuyerContext, input: CheckoutInput): Promise<Checkout> {
  const provider = currentProvider();
  return inTenant(ctx, async (inside) => {
    await cancelOpenOrders(inside, input.lockIds);
    const { live, notLive } = await guaranteePayment(inside, input.lockIds);
    if (notLive.length > 0) throw new DomainError('locks_not_live', { lockIds: notLive });
    if (live.length === 0) throw new DomainError('no_live_locks');

    const order = { id: newId(), number: newOrderNumber(), key: newAccessKey() };
    const total = await insertOrder(inside, order, input, live);
    return {
      orderId: order.id,
      number: order.number,
      key: order.key,
      status: 'pending',
      total,
      expiresAt: new Date(Math.min(...live.map((lock) => lock.expiresAtMs))).toISOString(),
      payment: provider.start(order),
    };
  });
}

/** Orders before locks: whoever holds both takes them in this order. */
async function cancelOpenOrders(ctx: BuyerContext, lockIds?: string[]): Promise<void> {
  const named = lockIds ? sql`AND l.id = ANY(${uuidArray(lockIds)})` : sql``;
  await ctx.db.execute(sql`
    WITH open AS MATERIALIZED (
      SELECT o.id FROM orders o
      WHERE o.tenant_id = ${ctx.tenantId} AND o.session_key = ${ctx.actor.sessionKey}
        AND o.status IN ('pending', 'failed')
        AND EXISTS (
          SELECT 1 FROM order_locks ol
          JOIN cart_item_locks l ON l.tenant_id = ol.tenant_id AND l.id = ol.lock_id
          WHERE ol.tenant_id = o.tenant_id AND ol.order_id = o.id AND l.status = 'active' ${named})
      ORDER BY o.id FOR UPDATE
    )
    UPDATE orders AS o SET status = 'cancelled'
    FROM open WHERE o.tenant_id = ${ctx.tenantId} AND o.id = open.id`);
}

async function insertOrder(
  { db, tenantId, actor }: BuyerContext,
  order: { id: string; number: string; key: string },
  input: CheckoutInput,
  live: { id: string; quantity: number }[],
): Promise<Checkout['total']> {
  const lockIds = uuidArray(live.map((lock) => lock.id));
  const [total] = await db.execute<Checkout['total']>(sql`
    INSERT INTO orders (tenant_id, id, number, access_key, session_key, user_id, email, name, locale,
      total_minor, currency)
    SELECT ${tenantId}, ${order.id}, ${order.number}, ${order.key}, ${actor.sessionKey},
      (SELECT id FROM users WHERE id = ${actor.userId}), ${input.email}, ${input.name},
      ${offeredOr(input.locale)}, sum(l.price_at_lock::bigint * l.quantity), t.currency
    FROM tenants t JOIN cart_item_locks l ON l.tenant_id = t.id AND l.id = ANY(${lockIds})
    WHERE t.id = ${tenantId} GROUP BY t.currency, t.languages
    RETURNING total_minor::float8 AS amount, currency`);
  await db.execute(sql`
    INSERT INTO order_locks (tenant_id, order_id, lock_id, quantity)
    SELECT ${tenantId}, ${order.id}, line.id, line.quantity
    FROM unnest(${lockIds}, ${intArray(live.map((lock) => lock.quantity))}) AS line(id, quantity)`);
  return total as Checkout['total'];
}

/** The language asked for where the house offers it, else the house's own. */
const offeredOr = (wanted: CheckoutInput['locale']) =>
  sql`CASE WHEN ${wanted ?? null}::text = ANY (t.languages) THEN ${wanted ?? null}::text
    ELSE t.languages[1] END`;
