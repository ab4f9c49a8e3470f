import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { checkInvariants } from '@/db/invariants/check';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import type { BuyerContext } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { checkout, takePaymentEvent } from '@/lib/orders/service';
import { LockEngine } from './engine';
import * as service from './service';
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

type Order = { orderId: string; amountMinor: number };
const items = (hall: Hall) => [
  { zoneId: hall.numbered, seatId: hall.seatIds[0] as number },
  { zoneId: hall.general, quantity: 2 },
];

/** A buyer who has entered payment for the hall's only seat and its only two places. */
async function buyerAtPayment(): Promise<{ hall: Hall; buyer: BuyerContext; order: Order }> {
  const hall = await createHall(database.admin, { seats: 1, capacity: 2 });
  const buyer = buyerOf(database.db, hall);
  const claim = claimOf(items(hall), buyer.actor.sessionKey);
  await engine.claim(hall.tenantId, hall.eventId, claim);
  return { hall, buyer, order: await enterPayment(buyer) };
}

async function enterPayment(buyer: BuyerContext): Promise<Order> {
  const { orderId, total } = await checkout(buyer, { email: 'ana@example.org', name: 'Ana' });
  return { orderId, amountMinor: total.amount };
}

const pay = (buyer: BuyerContext, order: Order, reference = order.orderId) =>
  takePaymentEvent(buyer, 'sandbox', { ...order, outcome: 'captured', reference });

const expireLocks = (hall: Hall) => database.admin`
  UPDATE cart_item_locks SET locked_at = locked_at - interval '1 day',
    expires_at = expires_at - interval '1 day'
  WHERE tenant_id = ${hall.tenantId} AND status = 'active'`;

async function statusOf({ orderId }: Order): Promise<string> {
  const [row] = await database.admin`SELECT status FROM orders WHERE id = ${orderId}`;
  return row?.status;
}

async function paymentsOf(hall: Hall): Promise<string[]> {
  const rows = await database.admin<{ status: string }[]>`
    SELECT status FROM payments WHERE tenant_id = ${hall.tenantId} ORDER BY status`;
  return rows.map((row) => row.status);
}

/** The same race, often enough that every order of events has its turn. */
async function often(race: () => Promise<void>): Promise<void> {
  for (let i = 0; i < 15; i++) await race();
}

describe('at the same moment', () => {
  test('a payment is told three times: it is one payment and one sale', () =>
    often(async () => {
      const { hall, buyer, order } = await buyerAtPayment();
      await Promise.all([1, 2, 3].map(() => pay(buyer, order)));
      expect(await statusOf(order)).toBe('paid');
      expect(await paymentsOf(hall)).toEqual(['captured']);
    }));

  test('an order is paid twice over: one payment is kept, the other given back', () =>
    often(async () => {
      const { hall, buyer, order } = await buyerAtPayment();
      await Promise.all([pay(buyer, order, `${order.orderId}-a`), pay(buyer, order)]);
      expect(await statusOf(order)).toBe('paid');
      expect(await paymentsOf(hall)).toEqual(['captured', 'refund_started']);
    }));

  test('a buyer who started over pays both orders: one is sold, the other given back', () =>
    often(async () => {
      const { hall, buyer, order } = await buyerAtPayment();
      const second = await enterPayment(buyer);
      await Promise.all([pay(buyer, order), pay(buyer, second)]);
      expect([await statusOf(order), await statusOf(second)].sort()).toEqual(['paid', 'refunded']);
      expect(await paymentsOf(hall)).toEqual(['captured', 'refund_started']);
    }));

  test('a buyer pays and gives the seats back: what is paid for is the buyer’s', () =>
    often(async () => {
      const { buyer, order } = await buyerAtPayment();
      await Promise.all([pay(buyer, order), service.releaseLocks(buyer, {})]);
      expect(await statusOf(order)).toBe('paid');
    }));

  test('a late payment arrives and the sweep runs: the seats are still free, and sold', () =>
    often(async () => {
      const { hall, buyer, order } = await buyerAtPayment();
      await expireLocks(hall);
      await Promise.all([pay(buyer, order), service.cleanupExpiredLocks(database.db)]);
      expect(await statusOf(order)).toBe('paid');
    }));

  test.each([
    ['the seat', 0],
    ['a place', 1],
  ])('a late payment arrives and a rival takes %s: one of them has it', async (_, item) => {
    let turn = 0;
    await often(async () => {
      const { hall, buyer, order } = await buyerAtPayment();
      await expireLocks(hall);
      const wanted = claimOf([items(hall)[item] as ReturnType<typeof items>[number]]);
      // Each goes first as often as the other.
      const rival = turn++ % 2 ? outcomeOf(engine, hall, wanted) : null;
      const paid = pay(buyer, order);
      const outcome = await (rival ?? outcomeOf(engine, hall, wanted));
      await paid;
      const refused = outcome instanceof DomainError;
      expect(await statusOf(order)).toBe(refused ? 'paid' : 'refunded');
      expect(await paymentsOf(hall)).toEqual([refused ? 'captured' : 'refund_started']);
    });
  });
});
