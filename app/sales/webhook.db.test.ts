import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkInvariants } from '@/db/invariants/check';
import { placesOf, seatOf } from './testing/endpoints';
import { books, decide, openOrder, orderNow, orderOf, webhook } from './testing/orders';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;

beforeAll(async () => {
  wire = await openWire();
});
afterEach(async () => expect(await checkInvariants(wire.admin)).toEqual([]));
afterAll(() => wire.close());

const paid = { payments: ['captured'], told: ['order/paid'] };
const refunded = { payments: ['refund_started'], tickets: 0, told: ['payment/refund.requested'] };
const mixed = (h: Parameters<typeof seatOf>[0]) => [seatOf(h, 0), placesOf(h, 2)];
describe('a payment provider’s message', () => {
  const captured = (
    order: { orderId: string; total: { amount: number } },
    reference: string = randomUUID(),
  ) => ({
    orderId: order.orderId,
    outcome: 'captured',
    reference,
    amountMinor: order.total.amount,
  });

  it('is believed by its signature alone', async () => {
    const { order } = await openOrder(wire, mixed);
    const body = JSON.stringify(captured(order));
    const bad: Record<string, string>[] = [
      {},
      { 'butaca-signature': '' },
      { 'butaca-signature': 'f'.repeat(64) },
      { 'butaca-signature': 'ñ'.repeat(32) },
    ];
    for (const headers of bad) {
      for (const sent of [body, '{', '']) {
        const answer = await wire
          .buyer()
          .post('/sales/payments/sandbox/webhook', sent, { headers });
        expect([answer.status, answer.problem.code]).toEqual([400, 'invalid_signature']);
      }
    }
    expect((await books(wire.admin, order.orderId)).payments).toEqual([]);
    const answer = await webhook(wire.buyer(), body);
    expect([answer.status, answer.as()]).toEqual([200, { received: true }]);
    expect(await books(wire.admin, order.orderId)).toEqual({ ...paid, tickets: 3 });
  });

  it('well signed and wrong is a bad request; of an unknown order, not found', async () => {
    expect((await webhook(wire.buyer(), '{')).problem.code).toBe('invalid_request');
    expect((await webhook(wire.buyer(), { orderId: 7 })).problem.code).toBe('invalid_request');
    const nobody = { orderId: randomUUID(), total: { amount: 1 } };
    expect((await webhook(wire.buyer(), captured(nobody))).problem.code).toBe('order_not_found');
  });

  it('repeated changes nothing twice, also at once and in capitals', async () => {
    const { order } = await openOrder(wire, mixed);
    const event = captured(order);
    const loud = { ...event, orderId: event.orderId.toUpperCase() };
    const all = [event, event, loud, event, loud].map((each) => webhook(wire.buyer(), each));
    expect((await Promise.all(all)).map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect(await books(wire.admin, order.orderId)).toEqual({ ...paid, tickets: 3 });
  });

  it('out of order does no harm: declined after captured', async () => {
    const { buyer, order } = await openOrder(wire, mixed);
    const event = captured(order);
    await webhook(wire.buyer(), event);
    await webhook(wire.buyer(), { ...event, outcome: 'declined' });
    expect((await orderNow(buyer, order)).status).toBe('paid');
  });

  it('of a second payment gives back the second only', async () => {
    const { buyer, order } = await openOrder(wire, mixed);
    await webhook(wire.buyer(), captured(order));
    await webhook(wire.buyer(), captured(order));
    expect(await orderNow(buyer, order)).toMatchObject({ status: 'paid', tickets: { length: 3 } });
    expect(await books(wire.admin, order.orderId)).toEqual({
      payments: ['captured', 'refund_started'],
      tickets: 3,
      told: ['order/paid', 'payment/refund.requested'],
    });
  });

  it('of another amount than asked is given back', async () => {
    const { buyer, order } = await openOrder(wire, mixed);
    await webhook(wire.buyer(), { ...captured(order), amountMinor: 1 });
    expect((await orderNow(buyer, order)).status).toBe('refunded');
    expect(await books(wire.admin, order.orderId)).toEqual(refunded);
  });

  it('for an order that the buyer has started over sells it all the same', async () => {
    const { hall, buyer, order } = await openOrder(wire, mixed);
    const second = await orderOf(buyer, hall);
    await webhook(wire.buyer(), captured(order));
    expect((await orderNow(buyer, order)).status).toBe('paid');
    await webhook(wire.buyer(), captured(second));
    expect((await orderNow(buyer, second)).status).toBe('refunded');
  });

  it('of a provider that is not on is not found, nor is the sandbox where it is off', async () => {
    const { buyer, order } = await openOrder(wire, mixed);
    expect((await buyer.post('/sales/payments/stripe/webhook', {})).problem.code).toBe(
      'provider_not_found',
    );
    wire.configure({ SANDBOX_PAYMENTS: '0' });
    try {
      for (const answer of [
        await webhook(buyer, captured(order)),
        await decide(buyer, order, 'approve'),
      ]) {
        expect([answer.status, answer.problem.code]).toEqual([404, 'provider_not_found']);
      }
    } finally {
      wire.configure({});
    }
  });
});
