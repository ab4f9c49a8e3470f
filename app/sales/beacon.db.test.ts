import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hall } from '@/db/testing/hall';
import { lockStatusSchema } from '@/lib/locks/schema';
import { at, oneSeat, stage, status } from './testing/cart';
import type { Client } from './testing/client';
import { seatOf } from './testing/endpoints';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;

beforeAll(async () => {
  wire = await openWire();
});
afterAll(() => wire.close());

describe('the beacon of a closing tab', () => {
  const beacon = (buyer: Client, hall: Hall, body?: unknown, type = 'text/plain') =>
    buyer.post(at(hall, '/release'), body, { headers: { 'content-type': type } });

  it('is always answered 204: any type, any body, no cookie, no organizer', async () => {
    const { hall, ana } = await stage(wire, oneSeat);
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
    const { hall, ana, luis, locks } = await stage(wire, oneSeat);
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
    const { hall, ana, locks } = await stage(wire, oneSeat);
    await beacon(ana, hall);
    await act(hall, ana);
    const [row] = await wire.admin`
      SELECT expires_at, former_expires_at FROM cart_item_locks WHERE id = ${locks[0]!.id}`;
    expect(row?.former_expires_at).toBeNull();
    expect(row?.expires_at.toISOString()).toBe(locks[0]?.expiresAt);
  });

  it('ends the locks as closed with the tab when nobody comes back', async () => {
    const { hall, ana, luis, locks } = await stage(wire, oneSeat, {
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
