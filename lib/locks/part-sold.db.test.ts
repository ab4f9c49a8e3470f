import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkInvariants } from '@/db/invariants/check';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall } from '@/db/testing/hall';
import { checkout, takePaymentEvent } from '@/lib/orders/service';
import { LockEngine } from './engine';
import { releaseLocks } from './service';
import { buyerOf, claimOf } from './testing/buyers';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test('places given back while they are paid for are sold by a lock of the time they were taken again', async () => {
  const hall = await createHall(database.admin, { capacity: 4 });
  const ctx = buyerOf(database.db, hall);
  const places = (quantity: number) => ({ zoneId: hall.general, quantity });
  const claim = claimOf([places(4)], ctx.actor.sessionKey);
  await new LockEngine(database.db).claim(hall.tenantId, hall.eventId, claim);
  const { orderId, total } = await checkout(ctx, { email: 'ana@example.org', name: 'Ana' });
  await releaseLocks(ctx, { items: [places(2)] });
  const payment = { orderId, reference: 'one', amountMinor: total.amount };
  await takePaymentEvent(ctx, 'sandbox', { ...payment, outcome: 'captured' });

  const rows = await database.admin`
    SELECT quantity, status, locked_at >= (
      SELECT max(ended_at) FROM cart_item_locks WHERE status = 'released') AS again
    FROM cart_item_locks WHERE tenant_id = ${hall.tenantId} ORDER BY locked_at, status`;
  expect(rows).toEqual([
    { quantity: 2, status: 'converted', again: false },
    { quantity: 2, status: 'released', again: false },
    { quantity: 2, status: 'converted', again: true },
  ]);
  const [sold] = await database.admin`
    SELECT z.sold, (SELECT count(*)::int FROM tickets WHERE order_id = ${orderId}) AS tickets,
      (SELECT count(DISTINCT cart_id)::int FROM cart_item_locks WHERE tenant_id = z.tenant_id) AS carts
    FROM zones z WHERE id = ${hall.general}`;
  expect(sold).toEqual({ sold: 4, tickets: 4, carts: 1 });
  expect(await checkInvariants(database.admin)).toEqual([]);
});
