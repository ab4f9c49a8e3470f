import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkInvariants } from '@/db/invariants/check';
import { orderSchema } from '@/lib/orders/schema';
import { signedIn } from '@/lib/users/testing/sign-in';
import { placesOf, seatOf } from './testing/endpoints';
import { ana, books, checkoutPath, decide, lockOf, openOrder, orderOf } from './testing/orders';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;

beforeAll(async () => {
  wire = await openWire();
});
afterEach(async () => expect(await checkInvariants(wire.admin)).toEqual([]));
afterAll(() => wire.close());

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

  it('is written in a language that its house offers', async () => {
    const hall = await wire.hall();
    const localeOf = async (locale?: 'es' | 'en') => {
      const buyer = wire.buyer();
      await lockOf(buyer, hall, [placesOf(hall, 1)]);
      const { orderId } = await orderOf(buyer, hall, locale ? { locale } : {});
      const [row] = await wire.admin`SELECT locale FROM orders WHERE id = ${orderId}`;
      return row?.locale;
    };
    expect([await localeOf(), await localeOf('en')]).toEqual(['es', 'en']);
    await wire.admin`UPDATE tenants SET languages = '{en}' WHERE id = ${hall.tenantId}`;
    expect([await localeOf(), await localeOf('es'), await localeOf('en')]).toEqual([
      'en',
      'en',
      'en',
    ]);
  });

  it('is its account’s, on any device, and no other account’s', async () => {
    const hall = await wire.hall();
    const [owner, another] = [await signedIn(wire.admin), await signedIn(wire.admin)];
    const [mine, other] = [owner.cookie, another.cookie];
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

    // Signed out from elsewhere, the cookie that is left opens nothing.
    await wire.admin`
      UPDATE user_sessions SET revoked_at = clock_timestamp() WHERE id = ${owner.sessionId}`;
    expect((await wire.buyer().get(path, { headers: { cookie: mine } })).status).toBe(404);
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
