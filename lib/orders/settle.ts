import { sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { type Context, inTenant } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { convertLocks } from '@/lib/locks/service';
import { enqueue } from '@/lib/outbox/service';
import type { PaymentEvent } from '@/lib/payments/schema';
import { newTicketCode } from './codes';

type Captured = Omit<PaymentEvent, 'outcome'> & { provider: string };
type Standing = { status: string; totalMinor: number };
type Sold = NonNullable<Awaited<ReturnType<typeof convertLocks>>>;

/**
 * Money was captured for an order: in one transaction the order is sold whole, or the refund is
 * started. Idempotent by the payment's reference. Called inside `withRetry`.
 * @throws DomainError `order_not_found`.
 */
export function settlePayment(ctx: Context, payment: Captured): Promise<void> {
  return inTenant(ctx, async (inside) => {
    const order = await holdOrder(inside, payment.orderId);
    const paymentId = await recordPayment(inside, payment);
    if (paymentId === null) return;
    // Paid twice, or not what was asked: a sale that stands is not touched.
    const payable = order.status !== 'paid' && order.status !== 'refunded';
    const exact = payment.amountMinor === order.totalMinor;
    const sold = payable && exact ? await convertLocks(inside, payment) : null;
    if (sold) await writeSale(inside, payment.orderId, sold);
    else await startRefund(inside, payment.orderId, paymentId, payable);
  });
}

/** The buyer's bank said no. The locks stay as they are, and the order may be paid again. */
export function declinePayment(ctx: Context, orderId: string): Promise<void> {
  return inTenant(ctx, async (inside) => {
    const { status } = await holdOrder(inside, orderId);
    if (status !== 'pending') return;
    await inside.db.execute(sql`
      UPDATE orders SET status = 'failed' WHERE tenant_id = ${ctx.tenantId} AND id = ${orderId}`);
  });
}

async function holdOrder({ db, tenantId }: Context, orderId: string): Promise<Standing> {
  const [order] = await db.execute<Standing>(sql`
    SELECT status, total_minor::float8 AS "totalMinor" FROM orders
    WHERE tenant_id = ${tenantId} AND id = ${orderId} FOR UPDATE`);
  if (!order) throw new DomainError('order_not_found');
  return order;
}

/** @returns the payment's id, or null when this reference was told before. */
async function recordPayment({ db, tenantId }: Context, payment: Captured): Promise<string | null> {
  const { orderId, provider, reference, amountMinor } = payment;
  const [row] = await db.execute<{ id: string }>(sql`
    INSERT INTO payments (tenant_id, id, order_id, provider, reference, status, amount_minor)
    VALUES (${tenantId}, ${newId()}, ${orderId}, ${provider}, ${reference}, 'captured', ${amountMinor})
    ON CONFLICT (tenant_id, provider, reference) DO NOTHING RETURNING id`);
  return row?.id ?? null;
}

async function writeSale(ctx: Context, orderId: string, sold: Sold): Promise<void> {
  const { db, tenantId } = ctx;
  for (const line of sold) {
    const itemId = newId();
    await db.execute(sql`
      INSERT INTO order_items (tenant_id, id, order_id, lock_id, event_id, zone_id, seat_id, quantity,
        price_minor)
      VALUES (${tenantId}, ${itemId}, ${orderId}, ${line.lockId}, ${line.eventId}, ${line.zoneId},
        ${line.seatId}, ${line.quantity}, ${line.priceMinor})`);
    const codes = Array.from({ length: line.quantity }, newTicketCode);
    await db.execute(sql`
      INSERT INTO tickets (tenant_id, id, order_id, order_item_id, event_id, zone_id, seat_id, code)
      SELECT ${tenantId}, t.id, ${orderId}, ${itemId}, ${line.eventId}, ${line.zoneId}, ${line.seatId},
        t.code
      FROM unnest(${sql.param(codes.map(() => newId()))}::uuid[], ${sql.param(codes)}::text[])
        AS t(id, code)`);
  }
  await db.execute(sql`
    UPDATE orders SET status = 'paid', paid_at = clock_timestamp()
    WHERE tenant_id = ${tenantId} AND id = ${orderId}`);
  await enqueue(ctx, { name: 'order/paid', data: { tenantId, orderId } });
}

async function startRefund(
  ctx: Context,
  orderId: string,
  paymentId: string,
  endsOrder: boolean,
): Promise<void> {
  const { db, tenantId } = ctx;
  await db.execute(sql`
    UPDATE payments SET status = 'refund_started' WHERE tenant_id = ${tenantId} AND id = ${paymentId}`);
  if (endsOrder) {
    await db.execute(sql`
      UPDATE orders SET status = 'refunded' WHERE tenant_id = ${tenantId} AND id = ${orderId}`);
  }
  await enqueue(ctx, { name: 'payment/refund.requested', data: { tenantId, paymentId } });
}
