import type postgres from 'postgres';
import { expect } from 'vitest';
import type { Hall, HallOptions } from '@/db/testing/hall';
import { type Checkout, checkoutSchema, type Order } from '@/lib/orders/schema';
import { signatureHeader, signSandbox } from '@/lib/payments/sandbox';
import type { Answer, Client } from './client';
import type { Wire } from './wire';

export const ana = { email: 'ana@example.com', name: 'Ana Núñez' };
export const checkoutPath = (hall: Hall) => `/sales/checkout?tenant=${hall.slug}`;

/** A buyer with an open order for `items`. */
export async function openOrder(
  wire: Wire,
  items: (hall: Hall) => object[],
  options?: HallOptions,
): Promise<{ hall: Hall; buyer: Client; order: Checkout }> {
  const hall = await wire.hall(options);
  const buyer = wire.buyer();
  await lockOf(buyer, hall, items(hall));
  return { hall, buyer, order: await orderOf(buyer, hall) };
}

export async function lockOf(buyer: Client, hall: Hall, items: object[]): Promise<void> {
  const answer = await buyer.post('/sales/cart/lock', { eventId: hall.eventId, items });
  expect(answer.status).toBe(201);
}

export async function orderOf(buyer: Client, hall: Hall, more: object = {}): Promise<Checkout> {
  const answer = await buyer.post(checkoutPath(hall), { ...ana, ...more });
  expect(answer.status).toBe(201);
  return checkoutSchema.parse(answer.as());
}

export const decide = (buyer: Client, order: Checkout, outcome: 'approve' | 'decline') =>
  buyer.post(order.payment.url as string, { outcome });

export async function orderNow(buyer: Client, order: Checkout): Promise<Order> {
  return (await buyer.get(`/sales/orders/${order.orderId}?key=${order.key}`)).as<Order>();
}

/** What the sandbox's bank would send, well signed. */
export function webhook(buyer: Client, event: object | string): Promise<Answer> {
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  const headers = { [signatureHeader]: signSandbox(body) };
  return buyer.post('/sales/payments/sandbox/webhook', body, { headers });
}

/** What the books say of an order. */
export async function books(admin: postgres.Sql, orderId: string) {
  const payments = await admin<{ reference: string; status: string }[]>`
    SELECT reference, status FROM payments WHERE order_id = ${orderId} ORDER BY created_at, id`;
  const [tickets] = await admin<{ count: number }[]>`
    SELECT count(*)::int FROM tickets WHERE order_id = ${orderId} AND status = 'valid'`;
  const outbox = await admin<{ name: string }[]>`
    SELECT name FROM outbox WHERE data ->> 'orderId' = ${orderId}
      OR data ->> 'paymentId' IN (SELECT id::text FROM payments WHERE order_id = ${orderId})
    ORDER BY name`;
  return {
    payments: payments.map(({ status }) => status),
    tickets: tickets?.count,
    told: outbox.map(({ name }) => name),
  };
}

export async function soldOf(admin: postgres.Sql, zoneId: number): Promise<number> {
  const [zone] = await admin<{ sold: number }[]>`SELECT sold FROM zones WHERE id = ${zoneId}`;
  return zone?.sold as number;
}
