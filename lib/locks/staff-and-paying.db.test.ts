import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import type { StaffContext } from '@/lib/context';
import { checkout, takePaymentEvent } from '@/lib/orders/service';
import { LockEngine } from './engine';
import { releaseAsStaff } from './service';
import { buyerOf, claimOf, newSession } from './testing/buyers';

let database: TestDatabase;
let engine: LockEngine;

beforeAll(async () => {
  database = await testDatabase();
  engine = new LockEngine(database.db);
});
afterAll(() => database.drop());

const reason = 'La casa necesita esos sitios';
const staffOf = ({ tenantId }: Hall): StaffContext => ({
  db: database.db,
  tenantId,
  actor: { kind: 'staff', userId: randomUUID(), name: 'Rosa Quintero', role: 'manager' },
});

/** A buyer of two seats who has gone to pay for them. */
async function paying() {
  const hall = await createHall(database.admin);
  const ctx = buyerOf(database.db, hall, newSession());
  const items = [0, 1].map((at) => ({ zoneId: hall.numbered, seatId: hall.seatIds[at] as number }));
  const claim = claimOf(items, ctx.actor.sessionKey);
  const { lockIds } = await engine.claim(hall.tenantId, hall.eventId, claim);
  const { orderId, total } = await checkout(ctx, { email: 'ana@example.org', name: 'Ana' });
  const tell = (outcome: 'captured' | 'declined', reference: string) =>
    takePaymentEvent(ctx, 'sandbox', { orderId, outcome, reference, amountMinor: total.amount });
  return { hall, lockIds, tell, staff: staffOf(hall) };
}

const statuses = async ({ tenantId }: Hall) => {
  const rows = await database.admin`
    SELECT status FROM cart_item_locks WHERE tenant_id = ${tenantId} ORDER BY locked_at, id`;
  return rows.map(({ status }) => status);
};
const orderOf = async ({ tenantId }: Hall) => {
  const [order] = await database.admin`SELECT status FROM orders WHERE tenant_id = ${tenantId}`;
  return order?.status;
};

test('what is being paid for is kept, named as that, and sold', async () => {
  const { hall, lockIds, tell, staff } = await paying();
  const [lockId] = lockIds as [string];
  const kept = await releaseAsStaff(staff, { lockIds, reason });
  expect(kept).toMatchObject({ released: [], notFound: [] });
  expect(kept.paying.sort()).toEqual([...lockIds].sort());
  expect((await releaseAsStaff(staff, { sessionOf: lockId, reason })).released).toEqual([]);
  await tell('captured', 'one');
  expect(await statuses(hall)).toEqual(['converted', 'converted']);
  expect(await orderOf(hall)).toBe('paid');
});

test('after the bank’s no it can be taken back, and is not bought back by paying once more', async () => {
  const { hall, lockIds, tell, staff } = await paying();
  await tell('declined', 'one');
  const [lockId] = lockIds as [string];
  expect((await releaseAsStaff(staff, { lockIds: [lockId], reason })).released).toEqual([lockId]);
  await tell('captured', 'two');
  expect(await orderOf(hall)).toBe('refunded');
  expect((await statuses(hall)).sort()).toEqual(['active', 'released']);
});

test('a release and the opening of a payment at one moment never both get the lock', async () => {
  for (let round = 0; round < 10; round += 1) {
    const hall = await createHall(database.admin);
    const ctx = buyerOf(database.db, hall, newSession());
    const item = { zoneId: hall.numbered, seatId: hall.seatIds[0] as number };
    const claim = claimOf([item], ctx.actor.sessionKey);
    const { lockIds } = await engine.claim(hall.tenantId, hall.eventId, claim);
    const [opened, released] = await Promise.all([
      checkout(ctx, { email: 'ana@example.org', name: 'Ana', lockIds }).then(
        () => true,
        () => false,
      ),
      releaseAsStaff(staffOf(hall), { lockIds, reason }),
    ]);
    expect([opened, released.released.length]).toEqual(opened ? [true, 0] : [false, 1]);
  }
});
