import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkInvariants } from '@/db/invariants/check';
import { orderSchema } from '@/lib/orders/schema';
import { placesOf, seatOf } from './testing/endpoints';
import { books, decide, lockOf, openOrder, orderNow, orderOf, soldOf } from './testing/orders';
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
/** So short that an order outlives its locks. */
const brief = { settings: { cart_lock_duration: 0.005, payment_window: 0.005 } };

describe('an approved payment', () => {
  it('sells what was ordered: a ticket a place, the seat sold, the sale told', async () => {
    const { hall, buyer, order } = await openOrder(wire, mixed);
    const answer = await decide(buyer, order, 'approve');
    expect(answer.status).toBe(200);
    const sold = orderSchema.parse(answer.as());
    expect(sold.status).toBe('paid');
    expect(sold.tickets.map(({ zoneName, seat, status }) => [zoneName, seat, status])).toEqual([
      ['Platea', '1', 'valid'],
      ['De pie', null, 'valid'],
      ['De pie', null, 'valid'],
    ]);
    expect(new Set(sold.tickets.map(({ code }) => code)).size).toBe(3);
    expect(await books(wire.admin, order.orderId)).toEqual({ ...paid, tickets: 3 });
    expect([
      await soldOf(wire.admin, hall.numbered),
      await soldOf(wire.admin, hall.general),
    ]).toEqual([1, 2]);
    const { cart } = await buyer.get(`/sales/cart/lock/status?tenant=${hall.slug}`);
    expect([cart.locks, cart.ended.map(({ reason }) => reason)]).toEqual([[], ['sale', 'sale']]);
    const again = await wire
      .buyer()
      .post('/sales/cart/lock', { eventId: hall.eventId, items: [seatOf(hall, 0)] });
    expect(again.problem.items).toEqual([{ ...seatOf(hall, 0), reason: 'sold' }]);
  });

  it('told twice sells once', async () => {
    const { buyer, order } = await openOrder(wire, mixed);
    const first = await decide(buyer, order, 'approve');
    const second = await decide(buyer, order, 'approve');
    expect([second.status, second.text]).toEqual([200, first.text]);
    expect(await books(wire.admin, order.orderId)).toEqual({ ...paid, tickets: 3 });
  });

  it('told twenty times at once sells once', async () => {
    const { hall, buyer, order } = await openOrder(wire, mixed);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => decide(buyer, order, 'approve')),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await books(wire.admin, order.orderId)).toEqual({ ...paid, tickets: 3 });
    expect(await soldOf(wire.admin, hall.general)).toBe(2);
  });

  it('for two orders of the same seat sells one and gives the other’s money back', async () => {
    const { hall, buyer, order } = await openOrder(wire, (h) => [seatOf(h, 0)]);
    const second = await orderOf(buyer, hall);
    await Promise.all([decide(buyer, order, 'approve'), decide(buyer, second, 'approve')]);
    const both = [await orderNow(buyer, order), await orderNow(buyer, second)];
    expect(both.map(({ status }) => status).sort()).toEqual(['paid', 'refunded']);
    expect(both.map(({ tickets }) => tickets.length).sort()).toEqual([0, 1]);
  });
});

describe('a declined payment', () => {
  it('leaves the locks as they are, and the order can still be paid', async () => {
    const { hall, buyer, order } = await openOrder(wire, mixed);
    const before = (await buyer.get(`/sales/cart/lock/status?tenant=${hall.slug}`)).cart;
    const declined = await decide(buyer, order, 'decline');
    expect(orderSchema.parse(declined.as())).toMatchObject({ status: 'failed', tickets: [] });
    const after = (await buyer.get(`/sales/cart/lock/status?tenant=${hall.slug}`)).cart;
    expect(after.locks.map(({ id, expiresAt }) => [id, expiresAt])).toEqual(
      before.locks.map(({ id, expiresAt }) => [id, expiresAt]),
    );
    expect((await decide(buyer, order, 'approve')).as<{ status: string }>().status).toBe('paid');
  });

  it('that comes after the approval changes nothing', async () => {
    const { buyer, order } = await openOrder(wire, mixed);
    await decide(buyer, order, 'approve');
    expect((await decide(buyer, order, 'decline')).as<{ status: string }>().status).toBe('paid');
  });
});

describe('a payment that comes after the locks have ended', () => {
  const ended = async (open: Awaited<ReturnType<typeof openOrder>>) => {
    const path = `/sales/cart/lock/status?tenant=${open.hall.slug}`;
    await expect.poll(async () => (await open.buyer.get(path)).cart.locks).toEqual([]);
  };

  it('takes seat and places again if they are free', async () => {
    const open = await openOrder(wire, mixed, brief);
    await ended(open);
    const answer = await decide(open.buyer, open.order, 'approve');
    expect(answer.as<{ status: string }>().status).toBe('paid');
    expect(await books(wire.admin, open.order.orderId)).toEqual({ ...paid, tickets: 3 });
  });

  it('is given back when another buyer has the seat, and sells nothing', async () => {
    const open = await openOrder(wire, mixed, brief);
    await ended(open);
    await wire.admin`UPDATE tenant_settings SET cart_lock_duration = 15 WHERE tenant_id = ${open.hall.tenantId}`;
    const luis = wire.buyer();
    await lockOf(luis, open.hall, [seatOf(open.hall, 0)]);
    const answer = await decide(open.buyer, open.order, 'approve');
    expect(orderSchema.parse(answer.as())).toMatchObject({ status: 'refunded', tickets: [] });
    expect(await books(wire.admin, open.order.orderId)).toEqual(refunded);
    expect(await soldOf(wire.admin, open.hall.general)).toBe(0);
    await decide(open.buyer, open.order, 'approve');
    expect(await books(wire.admin, open.order.orderId)).toEqual(refunded);
    expect(
      (await decide(luis, await orderOf(luis, open.hall), 'approve')).as<{ status: string }>()
        .status,
    ).toBe('paid');
  });

  it('is given back when one of the places is gone', async () => {
    const open = await openOrder(wire, mixed, { ...brief, capacity: 3 });
    await ended(open);
    await wire.admin`UPDATE tenant_settings SET cart_lock_duration = 15 WHERE tenant_id = ${open.hall.tenantId}`;
    await lockOf(wire.buyer(), open.hall, [placesOf(open.hall, 2)]);
    await decide(open.buyer, open.order, 'approve');
    expect((await orderNow(open.buyer, open.order)).status).toBe('refunded');
    expect(await books(wire.admin, open.order.orderId)).toEqual(refunded);
    const body = { eventId: open.hall.eventId, items: [seatOf(open.hall, 0)] };
    expect((await wire.buyer().post('/sales/cart/lock', body)).status).toBe(201);
  });
});
