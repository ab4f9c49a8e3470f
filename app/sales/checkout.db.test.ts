import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkInvariants } from '@/db/invariants/check';
import { config } from '@/lib/config';
import { orderSchema } from '@/lib/orders/schema';
import { placesOf, seatOf } from './testing/endpoints';
import {
  ana,
  books,
  checkoutPath,
  decide,
  lockOf,
  openOrder,
  orderNow,
  orderOf,
} from './testing/orders';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;

beforeAll(async () => {
  wire = await openWire();
});
afterEach(async () => expect(await checkInvariants(wire.admin)).toEqual([]));
afterAll(() => wire.close());

/** The cookie of a person with an account of their own. */
async function signedIn(): Promise<string> {
  const [email, id] = [`${randomUUID()}@example.com`, randomUUID()];
  await wire.admin`
    INSERT INTO users (id, email, name, password_hash) VALUES (${id}, ${email}, 'Ana', 'none')`;
  const { authSecret: secret } = config();
  const token = await encode({ token: { sub: id, email, name: 'Ana' }, secret });
  return `next-auth.session-token=${token}`;
}

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

describe('an order', () => {
  it('is shown to the holder of its key and to the session that opened it', async () => {
    const { buyer, order } = await openOrder(wire, (h) => [seatOf(h, 0), placesOf(h, 2)]);
    const path = `/sales/orders/${order.orderId}`;
    for (const answer of [
      await wire.buyer().get(`${path}?key=${order.key}`),
      await wire
        .buyer()
        .get(`${path.toUpperCase().replace('/SALES/ORDERS', '/sales/orders')}/?key=${order.key}`),
      await buyer.get(path),
      await buyer.get(`${path}?key=wrong`),
    ]) {
      expect(answer.status).toBe(200);
      expect(orderSchema.parse(answer.as())).toMatchObject({
        id: order.orderId,
        number: order.number,
        status: 'pending',
        tickets: [],
        total: order.total,
        items: [
          { zoneName: 'Platea', row: '1', seat: '1', quantity: 1, price: { amount: 4_500 } },
          { zoneName: 'De pie', row: null, quantity: 2, price: { amount: 2_000 } },
        ],
      });
    }
  });

  it('is its account’s, on any device, and no other account’s', async () => {
    const hall = await wire.hall();
    const [mine, other] = await Promise.all([signedIn(), signedIn()]);
    const headers = { cookie: mine };
    const body = { eventId: hall.eventId, items: [seatOf(hall, 0)] };
    const locked = await wire.buyer().post('/sales/cart/lock', body, { headers });
    const session = locked.headers.getSetCookie()[0]?.split(';')[0];
    const opened = await wire.buyer().post(checkoutPath(hall), ana, {
      headers: { cookie: `${mine}; ${session}` },
    });
    const path = `/sales/orders/${opened.as<{ orderId: string }>().orderId}`;
    const asked = [mine, other, `${mine}x`].map((cookie) =>
      wire.buyer().get(path, { headers: { cookie } }),
    );
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 404, 404]);
  });

  it('is not found by anybody else, nor under another organizer', async () => {
    const { order } = await openOrder(wire, (h) => [seatOf(h, 0)]);
    const other = await openOrder(wire, (h) => [seatOf(h, 0)]);
    const path = `/sales/orders/${order.orderId}`;
    const answers = [
      await wire.buyer().get(path),
      await wire.buyer().get(`${path}?key=`),
      await wire.buyer().get(`${path}?key=${other.order.key}`),
      await wire.buyer().get(`${path}?key=${order.key.slice(0, -1)}`),
      await other.buyer.get(path),
      await wire.buyer().get(`${path}?key=${order.key}&tenant=${other.hall.slug}`),
      await wire.buyer().get(`/sales/orders/${randomUUID()}?key=${order.key}`),
      await decide(
        wire.buyer(),
        {
          ...order,
          payment: {
            provider: 'sandbox',
            url: `/sales/checkout/${order.orderId}/sandbox?key=wrong`,
          },
        },
        'approve',
      ),
      await decide(
        wire.buyer(),
        {
          ...order,
          payment: { provider: 'sandbox', url: `${order.payment.url}&tenant=${other.hall.slug}` },
        },
        'approve',
      ),
    ];
    for (const answer of answers) {
      expect([answer.status, answer.problem.code]).toEqual([404, 'order_not_found']);
    }
    expect((await books(wire.admin, order.orderId)).payments).toEqual([]);
  });
});
