import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkInvariants } from '@/db/invariants/check';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import { checkout, takePaymentEvent } from '@/lib/orders/service';
import type { Claimed } from './engine';
import { LockEngine } from './engine';
import { buyerOf, claimOf, outcomeOf } from './testing/buyers';

let database: TestDatabase;
let engine: LockEngine;
beforeAll(async () => {
  database = await testDatabase();
  engine = new LockEngine(database.db);
});
afterAll(() => database.drop());
afterEach(async () => {
  expect(await checkInvariants(database.admin)).toEqual([]);
});

const seat = (hall: Hall, at: number) => ({
  zoneId: hall.numbered,
  seatId: hall.seatIds[at] as number,
});

/** A buyer at payment for the first seat. */
async function buyerAtPayment() {
  const hall = await createHall(database.admin, { seats: 4, settings: { payment_window: 30 } });
  const buyer = buyerOf(database.db, hall);
  const session = buyer.actor.sessionKey;
  const { cart } = await engine.claim(
    hall.tenantId,
    hall.eventId,
    claimOf([seat(hall, 0)], session),
  );
  const enter = () => checkout(buyer, { email: 'ana@example.org', name: 'Ana' });
  const pay = ({ orderId, total }: Awaited<ReturnType<typeof checkout>>) =>
    takePaymentEvent(buyer, 'sandbox', {
      orderId,
      outcome: 'captured',
      reference: orderId,
      amountMinor: total.amount,
    });
  const order = await enter();
  /** To the seat, from the one that is held. */
  const swapTo = async (at: number, from: Pick<Claimed, 'cart'>) => {
    const claim = {
      ...claimOf([seat(hall, at)], session),
      swap: from.cart.locks.map(({ id }) => id),
    };
    return engine.claim(hall.tenantId, hall.eventId, claim);
  };
  return { hall, cart, order, enter, pay, swapTo };
}

async function seatsOf(hall: Hall): Promise<string[]> {
  const rows = await database.admin<{ state: string }[]>`
    SELECT CASE WHEN s.status <> 'available' THEN s.status
      WHEN EXISTS (SELECT FROM cart_item_locks l WHERE l.tenant_id = s.tenant_id
        AND l.seat_id = s.id AND l.status = 'active') THEN 'held' ELSE 'free' END AS state
    FROM seats s WHERE s.tenant_id = ${hall.tenantId} ORDER BY s.id`;
  return rows.map(({ state }) => state);
}
async function statusOf(orderId: string): Promise<string> {
  const [row] = await database.admin`SELECT status FROM orders WHERE id = ${orderId}`;
  return row?.status;
}

describe('an order whose seat was swapped for another before it was paid', () => {
  test('is sold the seat that it names while that is free; the other one stays in the cart', async () => {
    const { hall, cart, order, pay, swapTo } = await buyerAtPayment();
    await swapTo(2, { cart });
    await pay(order);
    expect(await statusOf(order.orderId)).toBe('paid');
    expect(await seatsOf(hall)).toEqual(['sold', 'free', 'held', 'free']);
  });

  test('is given its money back when somebody else has the seat by then', async () => {
    const { hall, cart, order, pay, swapTo } = await buyerAtPayment();
    await swapTo(2, { cart });
    await outcomeOf(engine, hall, claimOf([seat(hall, 0)]));
    await pay(order);
    expect(await statusOf(order.orderId)).toBe('refunded');
    expect(await seatsOf(hall)).toEqual(['held', 'free', 'held', 'free']);
  });

  test('and swapped back is sold under the lock that it has come to', async () => {
    const { hall, cart, order, pay, swapTo } = await buyerAtPayment();
    await swapTo(0, await swapTo(2, { cart }));
    await pay(order);
    expect(await statusOf(order.orderId)).toBe('paid');
    expect(await seatsOf(hall)).toEqual(['sold', 'free', 'free', 'free']);
  });

  test('is no way to more time: the window of a payment is given once, however often it moves', async () => {
    const { cart, enter, swapTo } = await buyerAtPayment();
    const first = await swapTo(2, { cart });
    const [before] = first.cart.locks;
    await enter();
    const second = await swapTo(3, first);
    expect(second.cart.locks.map(({ expiresAt }) => expiresAt)).toEqual([before?.expiresAt]);
  });
});
