import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hall } from '@/db/testing/hall';
import { releasedSchema } from '@/lib/locks/schema';
import { at, oneSeat, stage, status } from './testing/cart';
import type { Client } from './testing/client';
import { placesOf, seatOf } from './testing/endpoints';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;

beforeAll(async () => {
  wire = await openWire();
});
afterAll(() => wire.close());

const giveBack = async (buyer: Client, hall: Hall, body?: object) => {
  const answer = await buyer.delete(at(hall), body);
  expect(answer.status).toBe(200);
  return releasedSchema.parse(answer.as());
};

describe('giving back', () => {
  it.each([undefined, {}])('with the body %j is of everything', async (body) => {
    const { hall, ana, locks } = await stage(wire, (h) => [[seatOf(h, 0), placesOf(h, 3)]]);
    const answer = await giveBack(ana, hall, body);
    expect([...answer.released].sort()).toEqual(locks.map(({ id }) => id).sort());
    expect([answer.locks, answer.notFound, answer.total.amount]).toEqual([[], [], 0]);
    expect(answer.ended.map(({ status, reason }) => [status, reason])).toEqual([
      ['released', 'buyer'],
      ['released', 'buyer'],
    ]);
  });

  it('is of the locks that are named; what is not there is named too', async () => {
    const { hall, ana, locks } = await stage(wire, (h) => [[seatOf(h, 0), seatOf(h, 1)]]);
    const [first, second] = locks.map(({ id }) => id) as [string, string];
    const stranger = randomUUID();
    const answer = await giveBack(ana, hall, { lockIds: [first.toUpperCase(), stranger] });
    expect([answer.released, answer.notFound]).toEqual([[first], [stranger]]);
    expect(answer.locks.map(({ id }) => id)).toEqual([second]);
  });

  it('twice gives back once', async () => {
    const { hall, ana, locks } = await stage(wire, oneSeat);
    const lockIds = locks.map(({ id }) => id);
    expect((await giveBack(ana, hall, { lockIds })).released).toEqual(lockIds);
    const again = await giveBack(ana, hall, { lockIds });
    expect([again.released, again.notFound]).toEqual([[], lockIds]);
    expect((await giveBack(ana, hall)).released).toEqual([]);
  });

  it('leaves another session’s locks alone', async () => {
    const { hall, ana, luis, locks } = await stage(wire, oneSeat);
    await luis.post('/sales/cart/lock', { eventId: hall.eventId, items: [seatOf(hall, 1)] });
    const lockIds = locks.map(({ id }) => id);
    const items = [{ seatId: hall.seatIds[0] as number }];
    expect((await giveBack(luis, hall, { lockIds })).notFound).toEqual(lockIds);
    expect((await giveBack(luis, hall, { items })).notFound).toEqual(items);
    expect((await giveBack(wire.buyer(), hall, { lockIds })).notFound).toEqual(lockIds);
    expect((await giveBack(luis, hall)).released).toHaveLength(1);
    expect((await status(ana, hall)).cart.locks).toEqual([
      { ...locks[0], remainingMs: expect.any(Number) },
    ]);
  });

  it('a quantity takes the newest first; what is given back in part lives on with its deadline', async () => {
    const { hall, ana, locks } = await stage(wire, (h) => [[placesOf(h, 3)], [placesOf(h, 2)]]);
    const [older, newer] = locks;
    const answer = await giveBack(ana, hall, { items: [placesOf(hall, 3)] });
    expect(answer.released).toContain(newer?.id);
    expect(answer.locks).toHaveLength(1);
    expect(answer.locks[0]).toMatchObject({
      id: older?.id,
      quantity: 2,
      expiresAt: older?.expiresAt,
      lockedAt: older?.lockedAt,
    });
    expect(answer.total.amount).toBe(4_000);
    expect(answer.ended.map(({ quantity }) => quantity).sort()).toEqual([1, 2]);
    const event = await ana.get(`/sales/events/${hall.eventId}`);
    const zone = event
      .as<{ zones: { id: number }[] }>()
      .zones.find(({ id }) => id === hall.general);
    expect(zone).toMatchObject({ available: 98, locked: 2 });
  });

  it('more than is held gives back all of it, and names the rest', async () => {
    const { hall, ana } = await stage(wire, (h) => [[placesOf(h, 2)]]);
    const answer = await giveBack(ana, hall, { items: [placesOf(hall, 5)] });
    expect([answer.locks, answer.notFound]).toEqual([[], [placesOf(hall, 3)]]);
  });

  it('makes a seat free for the next one at once', async () => {
    const { hall, ana, luis } = await stage(wire, oneSeat);
    await giveBack(ana, hall, { items: [{ seatId: hall.seatIds[0] }] });
    const body = { eventId: hall.eventId, items: [seatOf(hall, 0)] };
    expect((await luis.post('/sales/cart/lock', body)).status).toBe(201);
  });
});
