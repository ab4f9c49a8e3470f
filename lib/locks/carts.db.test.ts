import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import { checkout, takePaymentEvent } from '@/lib/orders/service';
import { cartAgeMaxMs, newCartId } from './cart-id';
import { LockEngine } from './engine';
import { lockStatus } from './queries';
import type { LockItem } from './schema';
import { abandonLocks, markCheckout, releaseLocks } from './service';
import { buyerOf, claimOf, newSession } from './testing/buyers';

let database: TestDatabase;
let engine: LockEngine;

beforeAll(async () => {
  database = await testDatabase();
  engine = new LockEngine(database.db);
});
afterAll(() => database.drop());

const seat = (hall: Hall, at: number): LockItem => ({
  zoneId: hall.numbered,
  seatId: hall.seatIds[at] as number,
});
const lock = (hall: Hall, session: string, items: LockItem[], more = {}) =>
  engine.claim(hall.tenantId, hall.eventId, { ...claimOf(items, session), ...more });

/** Rows of the hall's locks, in the order in which they were made. */
const rowsOf = (hall: Hall) => database.admin<
  { cart: string; status: string; device: string; address: string; checkout: boolean }[]
>`
  SELECT cart_id AS cart, status, device, address_hash AS address,
    checkout_at IS NOT NULL AS checkout
  FROM cart_item_locks WHERE tenant_id = ${hall.tenantId} ORDER BY locked_at, id`;
const cartsOf = async (hall: Hall) => (await rowsOf(hall)).map((row) => row.cart);

test('what a session holds of an event at one time is one cart, and another session’s is another', async () => {
  const hall = await createHall(database.admin);
  const session = newSession();
  await lock(hall, session, [seat(hall, 0), { zoneId: hall.general, quantity: 2 }]);
  await lock(hall, session, [seat(hall, 1)]);
  await lock(hall, newSession(), [seat(hall, 2)]);
  const [a, b, c, other] = await cartsOf(hall);
  expect([b, c]).toEqual([a, a]);
  expect(other).not.toBe(a);
});

test('claims of one session that are written together share a cart', async () => {
  const hall = await createHall(database.admin);
  const session = newSession();
  await Promise.all([0, 1, 2, 3].map((at) => lock(hall, session, [seat(hall, at)])));
  expect(new Set(await cartsOf(hall)).size).toBe(1);
});

test('whoever holds nothing more and comes back begins a new cart', async () => {
  const hall = await createHall(database.admin);
  const session = newSession();
  await lock(hall, session, [seat(hall, 0)]);
  await releaseLocks(buyerOf(database.db, hall, session), {});
  await lock(hall, session, [seat(hall, 0)]);
  const [first, second] = await cartsOf(hall);
  expect(second).not.toBe(first);
});

test('a lock that ran out and was not swept yet holds no cart open', async () => {
  const hall = await createHall(database.admin, { settings: { cart_lock_duration: 0.005 } });
  const session = newSession();
  const { cart } = await lock(hall, session, [seat(hall, 0)]);
  const ctx = buyerOf(database.db, hall, session);
  await expect.poll(async () => (await lockStatus(ctx)).locks.length).toBe(0);
  expect(cart.locks).toHaveLength(1);
  await lock(hall, session, [seat(hall, 1)]);
  expect(new Set(await cartsOf(hall)).size).toBe(2);
});

test('a swap and a part given back stay in the cart, with device and network', async () => {
  const hall = await createHall(database.admin);
  const session = newSession();
  const client = { device: 'phone', addressHash: 'a'.repeat(22) };
  const first = [seat(hall, 0), { zoneId: hall.general, quantity: 3 }];
  const { lockIds } = await lock(hall, session, first, { client });
  const ctx = buyerOf(database.db, hall, session);
  await markCheckout(ctx);
  await lock(hall, session, [seat(hall, 5)], { swap: [lockIds[0]] });
  await releaseLocks(ctx, { items: [{ zoneId: hall.general, quantity: 1 }] });
  const rows = await rowsOf(hall);
  expect(rows).toHaveLength(4);
  expect(new Set(rows.map((row) => row.cart)).size).toBe(1);
  for (const row of rows) {
    expect(row).toMatchObject({ device: 'phone', address: 'a'.repeat(22), checkout: true });
  }
});

test('to look at the checkout marks what is held then, once, and not what comes later', async () => {
  const hall = await createHall(database.admin);
  const session = newSession();
  const ctx = buyerOf(database.db, hall, session);
  await lock(hall, session, [seat(hall, 0)]);
  await markCheckout(ctx);
  const at = () => database.admin`
    SELECT checkout_at FROM cart_item_locks WHERE tenant_id = ${hall.tenantId} ORDER BY locked_at`;
  const [before] = await at();
  await lock(hall, session, [seat(hall, 1)]);
  expect((await rowsOf(hall)).map((row) => row.checkout)).toEqual([true, false]);
  await markCheckout(ctx);
  expect((await rowsOf(hall)).map((row) => row.checkout)).toEqual([true, true]);
  expect((await at())[0]).toEqual(before);
});

test('an abandoned cart goes on when its buyer is back in time', async () => {
  const hall = await createHall(database.admin);
  const session = newSession();
  await lock(hall, session, [seat(hall, 0)]);
  await abandonLocks(buyerOf(database.db, hall, session));
  await lock(hall, session, [seat(hall, 1)]);
  expect(new Set(await cartsOf(hall)).size).toBe(1);
});

test('seats that are taken again for a payment that came late are one cart, and not the one that was lost', async () => {
  const hall = await createHall(database.admin);
  const session = newSession();
  const ctx = buyerOf(database.db, hall, session);
  await lock(hall, session, [seat(hall, 0), seat(hall, 1)]);
  const { orderId, total } = await checkout(ctx, { email: 'ana@example.org', name: 'Ana' });
  await releaseLocks(ctx, {});
  await takePaymentEvent(ctx, 'sandbox', {
    orderId,
    outcome: 'captured',
    reference: orderId,
    amountMinor: total.amount,
  });
  const rows = await rowsOf(hall);
  expect(rows.map((row) => row.status)).toEqual(['released', 'released', 'converted', 'converted']);
  const [lost, , first, second] = rows.map((row) => row.cart);
  expect(second).toBe(first);
  expect(first).not.toBe(lost);
});

test('seats that are taken again join the cart that the buyer has begun meanwhile', async () => {
  const hall = await createHall(database.admin);
  const session = newSession();
  const ctx = buyerOf(database.db, hall, session);
  await lock(hall, session, [seat(hall, 0)]);
  const { orderId, total } = await checkout(ctx, { email: 'ana@example.org', name: 'Ana' });
  await releaseLocks(ctx, {});
  await lock(hall, session, [seat(hall, 1)]);
  await takePaymentEvent(ctx, 'sandbox', {
    orderId,
    outcome: 'captured',
    reference: orderId,
    amountMinor: total.amount,
  });
  const [lost, begun, retaken] = await cartsOf(hall);
  expect(retaken).toBe(begun);
  expect(retaken).not.toBe(lost);
});

test('whoever never lets go begins another cart after half a day', async () => {
  const hall = await createHall(database.admin);
  const session = newSession();
  await lock(hall, session, [seat(hall, 0)]);
  const { admin } = database;
  const [clock] = await admin<{ ms: number }[]>`
    SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms`;
  const began = async (ago: number) => {
    const cart = newCartId(clock!.ms - ago);
    await admin`UPDATE cart_item_locks SET cart_id = ${cart} WHERE tenant_id = ${hall.tenantId}`;
    return cart;
  };

  const young = await began(cartAgeMaxMs - 60_000);
  await lock(hall, session, [seat(hall, 1)]);
  expect(await cartsOf(hall)).toEqual([young, young]);

  const old = await began(cartAgeMaxMs + 1);
  await lock(hall, session, [seat(hall, 2)]);
  await lock(hall, session, [seat(hall, 3)]);
  const [first, second, third, fourth] = await cartsOf(hall);
  expect([first, second]).toEqual([old, old]);
  expect(third).not.toBe(old);
  expect(fourth).toBe(third);
});
