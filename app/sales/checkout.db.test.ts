import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkInvariants } from '@/db/invariants/check';
import { placesOf, seatOf } from './testing/endpoints';
import { ana, checkoutPath, decide, lockOf, openOrder, orderNow, orderOf } from './testing/orders';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;

beforeAll(async () => {
  wire = await openWire();
});
afterEach(async () => expect(await checkInvariants(wire.admin)).toEqual([]));
afterAll(() => wire.close());

describe('opening an order', () => {
  it('is for everything that is held, with a key, a number and a way to pay', async () => {
    const { hall, buyer, order } = await openOrder(wire, (h) => [seatOf(h, 0), placesOf(h, 2)]);
    expect(order).toMatchObject({
      status: 'pending',
      total: { amount: 8_500, currency: 'EUR' },
      payment: { provider: 'sandbox', url: expect.stringContaining(order.orderId) },
    });
    expect(order.key.length).toBeGreaterThanOrEqual(20);
    const { cart } = await buyer.get(`/sales/cart/lock/status?tenant=${hall.slug}`);
    expect(order.expiresAt).toBe(cart.earliestExpiry);
  });

  it('is for the locks named, in capitals or not', async () => {
    const hall = await wire.hall();
    const buyer = wire.buyer();
    await lockOf(buyer, hall, [seatOf(hall, 0), seatOf(hall, 1)]);
    const { cart } = await buyer.get(`/sales/cart/lock/status?tenant=${hall.slug}`);
    const lockIds = [cart.locks[1]?.id.toUpperCase()];
    const order = await orderOf(buyer, hall, { lockIds });
    expect(order.total.amount).toBe(4_500);
    expect((await orderNow(buyer, order)).items.map(({ seat }) => seat)).toEqual([
      cart.locks[1]?.seat,
    ]);
  });

  it('names the locks that have ended, and starts nothing', async () => {
    const hall = await wire.hall();
    const [buyer, luis] = [wire.buyer(), wire.buyer()];
    await lockOf(buyer, hall, [seatOf(hall, 0)]);
    await lockOf(luis, hall, [seatOf(hall, 1)]);
    const lockOfLuis = (await luis.get(`/sales/cart/lock/status?tenant=${hall.slug}`)).cart.locks[0]
      ?.id;
    const mine = (await buyer.get(`/sales/cart/lock/status?tenant=${hall.slug}`)).cart.locks[0];
    const gone = randomUUID();
    const lockIds = [mine?.id, gone, lockOfLuis];
    for (const [who, expected] of [
      [buyer, [gone, lockOfLuis]],
      [wire.buyer(), lockIds],
    ] as const) {
      const answer = await who.post(checkoutPath(hall), { ...ana, lockIds });
      expect([answer.status, answer.problem.code]).toEqual([409, 'locks_not_live']);
      expect(answer.problem.lockIds).toEqual(expected);
    }
    const orders = await wire.admin`SELECT id FROM orders WHERE tenant_id = ${hall.tenantId}`;
    expect(orders).toHaveLength(0);
    const after = (await buyer.get(`/sales/cart/lock/status?tenant=${hall.slug}`)).cart.locks[0];
    expect(after?.expiresAt).toBe(mine?.expiresAt);
  });

  it('is a conflict without any live lock', async () => {
    const hall = await wire.hall();
    const buyer = wire.buyer();
    await lockOf(buyer, hall, [seatOf(hall, 0)]);
    await buyer.delete(`/sales/cart/lock?tenant=${hall.slug}`);
    for (const who of [buyer, wire.buyer()]) {
      const answer = await who.post(checkoutPath(hall), ana);
      expect([answer.status, answer.problem.code]).toEqual([409, 'no_live_locks']);
    }
  });

  it.each([
    { ...ana, email: 'ana' },
    { ...ana, email: `${'a'.repeat(250)}@example.com` },
    { ...ana, name: ' ' },
    { ...ana, name: 'x'.repeat(121) },
    { ...ana, lockIds: [] },
    { ...ana, locale: 'fr' },
    { email: ana.email },
  ])('asks for a name and an address that can be right: %j', async (body) => {
    const hall = await wire.hall();
    const answer = await wire.buyer().post(checkoutPath(hall), body);
    expect([answer.status, answer.problem.code]).toEqual([400, 'invalid_request']);
  });

  it('guarantees each lock the payment window once, however often it is opened', async () => {
    const settings = { cart_lock_duration: 2, payment_window: 10 };
    const { hall, buyer, order } = await openOrder(wire, (h) => [seatOf(h, 0)], { settings });
    const left = Date.parse(order.expiresAt) - Date.now();
    expect(left).toBeGreaterThan(9 * 60_000);
    expect((await orderOf(buyer, hall)).expiresAt).toBe(order.expiresAt);
  });

  it('again cancels the order that was open, and the new one can be paid', async () => {
    const { hall, buyer, order } = await openOrder(wire, (h) => [seatOf(h, 0)]);
    const second = await orderOf(buyer, hall);
    expect((await orderNow(buyer, order)).status).toBe('cancelled');
    await decide(buyer, second, 'approve');
    expect((await orderNow(buyer, second)).status).toBe('paid');
  });

  it('is not closed by a closing tab: what is being paid for is held', async () => {
    const { hall, buyer, order } = await openOrder(wire, (h) => [seatOf(h, 0)]);
    await buyer.post(`/sales/cart/lock/release?tenant=${hall.slug}`);
    const [lock] = await wire.admin`
      SELECT expires_at, former_expires_at FROM cart_item_locks WHERE event_id = ${hall.eventId}`;
    expect(lock?.former_expires_at).toBeNull();
    expect(lock?.expires_at.toISOString()).toBe(order.expiresAt);
  });
});
