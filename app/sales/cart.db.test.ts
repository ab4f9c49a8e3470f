import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hall, HallOptions } from '@/db/testing/hall';
import {
  type Extended,
  extendedSchema,
  lockStatusSchema,
  releasedSchema,
} from '@/lib/locks/schema';
import type { Answer, Client } from './testing/client';
import { placesOf, seatOf } from './testing/endpoints';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;

beforeAll(async () => {
  wire = await openWire();
});
afterAll(() => wire.close());

type Stage = Awaited<ReturnType<typeof stage>>;
/** A buyer who holds `items`, and another one without anything. */
async function stage(items: (hall: Hall) => object[][], options?: HallOptions) {
  const hall = await wire.hall(options);
  const [ana, luis] = [wire.buyer(), wire.buyer()];
  for (const each of items(hall)) {
    const locked = await ana.post('/sales/cart/lock', { eventId: hall.eventId, items: each });
    expect(locked.status).toBe(201);
  }
  return { hall, ana, luis, locks: (await status(ana, hall)).cart.locks };
}
const at = (hall: Hall, path = '') => `/sales/cart/lock${path}?tenant=${hall.slug}`;
const status = (buyer: Client, hall: Hall) => buyer.get(at(hall, '/status'));
const giveBack = async (buyer: Client, hall: Hall, body?: object) => {
  const answer = await buyer.delete(at(hall), body);
  expect(answer.status).toBe(200);
  return releasedSchema.parse(answer.as());
};
const code = (answer: Answer) => [answer.status, answer.problem.code];
const oneSeat = (hall: Hall) => [[seatOf(hall, 0)]];

describe('giving back', () => {
  it.each([undefined, {}])('with the body %j is of everything', async (body) => {
    const { hall, ana, locks } = await stage((h) => [[seatOf(h, 0), placesOf(h, 3)]]);
    const answer = await giveBack(ana, hall, body);
    expect([...answer.released].sort()).toEqual(locks.map(({ id }) => id).sort());
    expect([answer.locks, answer.notFound, answer.total.amount]).toEqual([[], [], 0]);
    expect(answer.ended.map(({ status, reason }) => [status, reason])).toEqual([
      ['released', 'buyer'],
      ['released', 'buyer'],
    ]);
  });

  it('is of the locks that are named; what is not there is named too', async () => {
    const { hall, ana, locks } = await stage((h) => [[seatOf(h, 0), seatOf(h, 1)]]);
    const [first, second] = locks.map(({ id }) => id) as [string, string];
    const stranger = randomUUID();
    const answer = await giveBack(ana, hall, { lockIds: [first.toUpperCase(), stranger] });
    expect([answer.released, answer.notFound]).toEqual([[first], [stranger]]);
    expect(answer.locks.map(({ id }) => id)).toEqual([second]);
  });

  it('twice gives back once', async () => {
    const { hall, ana, locks } = await stage(oneSeat);
    const lockIds = locks.map(({ id }) => id);
    expect((await giveBack(ana, hall, { lockIds })).released).toEqual(lockIds);
    const again = await giveBack(ana, hall, { lockIds });
    expect([again.released, again.notFound]).toEqual([[], lockIds]);
    expect((await giveBack(ana, hall)).released).toEqual([]);
  });

  it('leaves another session’s locks alone', async () => {
    const { hall, ana, luis, locks } = await stage(oneSeat);
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
    const { hall, ana, locks } = await stage((h) => [[placesOf(h, 3)], [placesOf(h, 2)]]);
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
    const { hall, ana } = await stage((h) => [[placesOf(h, 2)]]);
    const answer = await giveBack(ana, hall, { items: [placesOf(hall, 5)] });
    expect([answer.locks, answer.notFound]).toEqual([[], [placesOf(hall, 3)]]);
  });

  it('makes a seat free for the next one at once', async () => {
    const { hall, ana, luis } = await stage(oneSeat);
    await giveBack(ana, hall, { items: [{ seatId: hall.seatIds[0] }] });
    const body = { eventId: hall.eventId, items: [seatOf(hall, 0)] };
    expect((await luis.post('/sales/cart/lock', body)).status).toBe(201);
  });
});

describe('extending', () => {
  const extend = (s: Stage, body?: object, buyer = s.ana) => buyer.put(at(s.hall, '/extend'), body);
  const extended = async (s: Stage, body?: object): Promise<Extended> => {
    const answer = await extend(s, body);
    expect(answer.status).toBe(200);
    return extendedSchema.parse(answer.as());
  };

  it('gives every lock the full duration again', async () => {
    const s = await stage((h) => [[seatOf(h, 0)], [placesOf(h, 2)]]);
    const answer = await extended(s);
    expect(answer.refused).toEqual([]);
    expect(answer.extended.map(({ id }) => id).sort()).toEqual(s.locks.map(({ id }) => id).sort());
    for (const { id, expiresAt, extensionsLeft } of answer.extended) {
      const before = s.locks.find((lock) => lock.id === id);
      expect(Date.parse(expiresAt)).toBeGreaterThan(Date.parse(before?.expiresAt as string));
      expect(extensionsLeft).toBe(9);
      expect(answer.locks.find((lock) => lock.id === id)?.expiresAt).toBe(expiresAt);
    }
  });

  it('is of the locks named, in capitals or not; others are refused as expired', async () => {
    const s = await stage((h) => [[seatOf(h, 0), seatOf(h, 1)]]);
    const [first, second] = s.locks;
    const stranger = randomUUID();
    const answer = await extended(s, { lockIds: [first?.id.toUpperCase(), stranger] });
    expect(answer.extended.map(({ id }) => id)).toEqual([first?.id]);
    expect(answer.refused).toEqual([{ id: stranger, reason: 'expired' }]);
    const untouched = answer.locks.find(({ id }) => id === second?.id);
    expect(untouched?.expiresAt).toBe(second?.expiresAt);
  });

  it('by fewer minutes never makes a deadline earlier, and uses nothing up', async () => {
    const s = await stage(oneSeat);
    const answer = await extended(s, { minutes: 0.5 });
    expect(answer.locks[0]?.expiresAt).toBe(s.locks[0]?.expiresAt);
    expect(answer.extended[0]?.extensionsLeft).toBe(10);
  });

  it('is refused after the tenth time', async () => {
    const s = await stage(oneSeat);
    for (let left = 9; left >= 0; left--) {
      expect((await extended(s)).extended[0]?.extensionsLeft).toBe(left);
    }
    const answer = await extended(s);
    expect(answer.extended).toEqual([]);
    expect(answer.refused).toEqual([{ id: s.locks[0]?.id, reason: 'max_extensions' }]);
    expect(answer.locks[0]?.extensionsLeft).toBe(0);
  });

  it('is a conflict for who holds nothing, or names only another’s', async () => {
    const s = await stage(oneSeat);
    const { hall, luis } = s;
    const lockIds = s.locks.map(({ id }) => id);
    expect(code(await extend(s, {}, luis))).toEqual([409, 'no_live_locks']);
    await luis.post('/sales/cart/lock', { eventId: hall.eventId, items: [seatOf(hall, 1)] });
    expect(code(await extend(s, { lockIds }, luis))).toEqual([409, 'no_live_locks']);
    await luis.delete(at(hall));
    expect(code(await extend(s, {}, luis))).toEqual([409, 'no_live_locks']);
  });

  it('does not bring back what has run out', async () => {
    const s = await stage(oneSeat, { settings: { cart_lock_duration: 0.01 } });
    await expect.poll(async () => (await status(s.ana, s.hall)).cart.locks).toEqual([]);
    expect(code(await extend(s))).toEqual([409, 'no_live_locks']);
  });
});

describe('the beacon of a closing tab', () => {
  const beacon = (buyer: Client, hall: Hall, body?: unknown, type = 'text/plain') =>
    buyer.post(at(hall, '/release'), body, { headers: { 'content-type': type } });

  it('is always answered 204: any type, any body, no cookie, no organizer', async () => {
    const { hall, ana } = await stage(oneSeat);
    const answers = [
      await beacon(ana, hall),
      await beacon(ana, hall, 'x'.repeat(200_000)),
      await beacon(ana, hall, '{"lockIds":', 'application/json'),
      await beacon(ana, hall, Uint8Array.from([0xff, 0]), 'application/octet-stream'),
      await beacon(wire.buyer(), hall),
      await ana.post('/sales/cart/lock/release?tenant=nobody'),
      await ana.post('/sales/cart/lock/release'),
    ];
    for (const answer of answers) {
      expect([answer.status, answer.text, answer.headers.getSetCookie()]).toEqual([204, '', []]);
    }
  });

  it('releases softly: who comes back within the grace has the former deadline', async () => {
    const { hall, ana, luis, locks } = await stage(oneSeat);
    await beacon(ana, hall);
    const [row] = await wire.admin`
      SELECT expires_at < clock_timestamp() + interval '31 seconds' AS soon
      FROM cart_item_locks WHERE id = ${locks[0]!.id}`;
    expect(row?.soon).toBe(true);
    const body = { eventId: hall.eventId, items: [seatOf(hall, 0)] };
    expect((await luis.post('/sales/cart/lock', body)).status).toBe(409);
    const back = lockStatusSchema.parse((await status(ana, hall)).as());
    expect(back.locks[0]?.expiresAt).toBe(locks[0]?.expiresAt);
  });

  it.each([
    [
      'locking',
      (h: Hall, b: Client) =>
        b.post('/sales/cart/lock', { eventId: h.eventId, items: [seatOf(h, 1)] }),
    ],
    [
      'giving another lock back',
      (h: Hall, b: Client) => b.delete(at(h), { items: [{ seatId: h.seatIds[2] }] }),
    ],
    [
      'looking at the live map',
      async (h: Hall, b: Client) =>
        (await b.open('GET', `/sales/events/${h.eventId}/live`)).body?.cancel(),
    ],
  ])('is taken back by %s', async (_, act) => {
    const { hall, ana, locks } = await stage(oneSeat);
    await beacon(ana, hall);
    await act(hall, ana);
    const [row] = await wire.admin`
      SELECT expires_at, former_expires_at FROM cart_item_locks WHERE id = ${locks[0]!.id}`;
    expect(row?.former_expires_at).toBeNull();
    expect(row?.expires_at.toISOString()).toBe(locks[0]?.expiresAt);
  });

  it('ends the locks as closed with the tab when nobody comes back', async () => {
    const { hall, ana, luis, locks } = await stage(oneSeat, {
      settings: { abandon_grace_seconds: 1 },
    });
    await beacon(ana, hall);
    const body = { eventId: hall.eventId, items: [seatOf(hall, 0)] };
    await expect
      .poll(async () => (await luis.post('/sales/cart/lock', body)).status, { timeout: 5_000 })
      .toBe(201);
    const { cart } = await status(ana, hall);
    expect(cart.locks).toEqual([]);
    expect(cart.ended).toMatchObject([
      { id: locks[0]?.id, status: 'released', reason: 'tab_closed' },
    ]);
  });
});
