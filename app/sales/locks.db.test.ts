import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hall, HallOptions } from '@/db/testing/hall';
import { lockedSchema } from '@/lib/locks/schema';
import type { Answer, Client } from './testing/client';
import { placesOf, seatOf } from './testing/endpoints';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;

beforeAll(async () => {
  wire = await openWire();
});
afterAll(() => wire.close());

const lock = (buyer: Client, hall: Hall, items: object[], mode?: 'all' | 'any') =>
  buyer.post('/sales/cart/lock', { eventId: hall.eventId, items, mode });
const code = (answer: Answer) => [answer.status, answer.problem.code];
async function stage(options?: HallOptions) {
  return { hall: await wire.hall(options), ana: wire.buyer(), luis: wire.buyer() };
}

describe('seats and places that are free', () => {
  it('are locked for the full duration, and the answer is the whole cart', async () => {
    const { hall, ana } = await stage();
    const answer = await lock(ana, hall, [seatOf(hall, 0), placesOf(hall, 2)]);
    expect(answer.status).toBe(201);
    const cart = lockedSchema.parse(answer.as());
    expect(cart).toMatchObject({
      durationMs: 900_000,
      warningMs: 120_000,
      autoExtend: true,
      maxLocks: 50,
      ended: [],
      total: { amount: 8_500, currency: 'EUR' },
    });
    expect(cart.locks).toHaveLength(2);
    expect(new Set(cart.locked)).toEqual(new Set(cart.locks.map(({ id }) => id)));
    const seat = cart.locks.find(({ seatId }) => seatId !== null);
    expect(seat).toMatchObject({
      eventId: hall.eventId,
      eventName: 'Noche de prueba',
      zoneId: hall.numbered,
      zoneName: 'Platea',
      seatId: hall.seatIds[0],
      row: '1',
      seat: '1',
      quantity: 1,
      price: { amount: 4_500, currency: 'EUR' },
      extensionsLeft: 10,
    });
    const places = cart.locks.find(({ seatId }) => seatId === null);
    expect(places).toMatchObject({ quantity: 2, row: null, seat: null, price: { amount: 2_000 } });
    for (const each of cart.locks) {
      expect(Date.parse(each.expiresAt) - Date.parse(each.lockedAt)).toBe(900_000);
      expect(each.remainingMs).toBe(Date.parse(each.expiresAt) - Date.parse(cart.serverTime));
    }
    expect(cart.earliestExpiry).toBe(cart.locks[0]?.expiresAt);
  });

  it('cost what they cost when they were locked', async () => {
    const { hall, ana } = await stage();
    await wire.admin`UPDATE seats SET price_minor = 9900 WHERE id = ${hall.seatIds[0]!}`;
    await lock(ana, hall, [seatOf(hall, 0)]);
    await wire.admin`UPDATE seats SET price_minor = 100 WHERE id = ${hall.seatIds[0]!}`;
    const status = await ana.get(`/sales/cart/lock/status?tenant=${hall.slug}`);
    expect(status.cart.total.amount).toBe(9_900);
  });

  it('come on top of what the session holds, and move no other deadline', async () => {
    const { hall, ana } = await stage();
    const first = (await lock(ana, hall, [placesOf(hall, 2)])).cart.locks[0];
    const { locks } = (await lock(ana, hall, [placesOf(hall, 3)])).cart;
    expect(locks.map(({ quantity }) => quantity)).toEqual([2, 3]);
    expect(locks[0]?.expiresAt).toBe(first?.expiresAt);
  });

  it('are the event’s too when its id is written in capitals', async () => {
    const { hall, ana } = await stage();
    const eventId = hall.eventId.toUpperCase();
    const answer = await ana.post('/sales/cart/lock', { eventId, items: [seatOf(hall, 0)] });
    expect([answer.status, answer.cart.locks[0]?.eventId]).toEqual([201, hall.eventId]);
  });
});

describe('a seat that the session holds already', () => {
  it('is answered 200 with the same lock and the same deadline', async () => {
    const { hall, ana } = await stage();
    const first = (await lock(ana, hall, [seatOf(hall, 0)])).as<{
      locked: string[];
      locks: object[];
    }>();
    const again = await lock(ana, hall, [seatOf(hall, 0)]);
    expect(again.status).toBe(200);
    expect(again.as<{ locked: string[] }>().locked).toEqual(first.locked);
    expect(again.cart.locks).toHaveLength(1);
    expect(again.cart.locks[0]?.expiresAt).toBe(
      (first.locks[0] as { expiresAt: string }).expiresAt,
    );
  });

  it('does not stand in the way of another one: 201', async () => {
    const { hall, ana } = await stage();
    await lock(ana, hall, [seatOf(hall, 0)]);
    const both = await lock(ana, hall, [seatOf(hall, 0), seatOf(hall, 1)]);
    expect([both.status, both.as<{ locked: string[] }>().locked.length]).toEqual([201, 2]);
  });

  it('named twice in one request is locked once', async () => {
    const { hall, ana } = await stage();
    const answer = await lock(ana, hall, [seatOf(hall, 0), seatOf(hall, 0)]);
    expect([answer.status, answer.cart.locks.length]).toEqual([201, 1]);
  });
});

describe('a lock that runs out', () => {
  it('is told as ended, and its seat is free, with no sweep at all', async () => {
    const { hall, ana, luis } = await stage({
      capacity: 20,
      settings: { cart_lock_duration: 0.01 },
    });
    await lock(ana, hall, [seatOf(hall, 0), placesOf(hall, 20)]);
    const items = [seatOf(hall, 0), placesOf(hall, 20)];
    expect(code(await lock(luis, hall, items))).toEqual([409, 'items_unavailable']);
    await expect.poll(async () => (await lock(luis, hall, items)).status).toBe(201);
    const { cart } = await ana.get(`/sales/cart/lock/status?tenant=${hall.slug}`);
    expect([cart.locks, cart.earliestExpiry, cart.total.amount]).toEqual([[], null, 0]);
    expect(
      cart.ended.map(({ status, reason, quantity }) => [status, reason, quantity]).sort(),
    ).toEqual([
      ['expired', 'timeout', 1],
      ['expired', 'timeout', 20],
    ]);
  });
});
