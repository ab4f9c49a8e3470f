import { randomUUID } from 'node:crypto';
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

describe('what cannot be had', () => {
  it('is named one by one with the reason, and nothing is locked', async () => {
    const { hall, ana, luis } = await stage({ capacity: 3 });
    await lock(luis, hall, [seatOf(hall, 0), placesOf(hall, 2)]);
    await wire.admin`UPDATE seats SET status = 'blocked' WHERE id = ${hall.seatIds[1]!}`;
    const items = [seatOf(hall, 0), seatOf(hall, 1), seatOf(hall, 2), placesOf(hall, 2)];
    const answer = await lock(ana, hall, items);
    expect(code(answer)).toEqual([409, 'items_unavailable']);
    expect(answer.problem.items).toEqual([
      { ...seatOf(hall, 0), reason: 'locked' },
      { ...seatOf(hall, 1), reason: 'blocked' },
      { zoneId: hall.general, requested: 2, available: 1, reason: 'capacity' },
    ]);
    const status = await ana.get(`/sales/cart/lock/status?tenant=${hall.slug}`);
    expect(status.cart.locks).toEqual([]);
  });

  it('is left out in the mode "any": the rest is locked', async () => {
    const { hall, ana, luis } = await stage({ capacity: 3 });
    await lock(luis, hall, [seatOf(hall, 0), placesOf(hall, 2)]);
    const items = [seatOf(hall, 0), seatOf(hall, 2), placesOf(hall, 2)];
    const answer = await lock(ana, hall, items, 'any');
    expect(answer.status).toBe(201);
    const cart = lockedSchema.parse(answer.as());
    expect(cart.locks.map(({ seatId }) => seatId)).toEqual([hall.seatIds[2]]);
    expect(cart.unavailable).toEqual([
      { ...seatOf(hall, 0), reason: 'locked' },
      { zoneId: hall.general, requested: 2, available: 1, reason: 'capacity' },
    ]);
  });

  it('and nothing else is 409, also in the mode "any"', async () => {
    const { hall, ana, luis } = await stage();
    await lock(luis, hall, [seatOf(hall, 0)]);
    expect(code(await lock(ana, hall, [seatOf(hall, 0)], 'any'))).toEqual([
      409,
      'items_unavailable',
    ]);
  });

  it('is over the limit of the session, which is told with what it holds', async () => {
    const { hall, ana } = await stage({ settings: { max_locks_per_session: 4 } });
    await lock(ana, hall, [placesOf(hall, 3)]);
    const answer = await lock(ana, hall, [seatOf(hall, 0), seatOf(hall, 1)]);
    expect(code(answer)).toEqual([409, 'lock_limit_reached']);
    expect(answer.problem).toMatchObject({ limit: 4, held: 3 });
    expect((await lock(ana, hall, [seatOf(hall, 0)])).status).toBe(201);
  });

  it('is of an event that is not on sale, not published, or not there', async () => {
    const cases = [
      [{ sale: 'future' }, 403, 'not_on_sale'],
      [{ sale: 'over' }, 403, 'not_on_sale'],
      [{ status: 'draft' }, 404, 'event_not_found'],
    ] as const;
    for (const [options, ...expected] of cases) {
      const { hall, ana } = await stage(options);
      expect(code(await lock(ana, hall, [placesOf(hall, 1)]))).toEqual(expected);
    }
    const { hall, ana } = await stage();
    const eventId = randomUUID();
    expect(code(await lock(ana, { ...hall, eventId }, [placesOf(hall, 1)]))).toEqual([
      404,
      'event_not_found',
    ]);
  });

  it('is of another event’s zone, another zone’s seat, or the wrong kind', async () => {
    const { hall, ana } = await stage();
    const foreign = await wire.hall();
    const cases: [object, number, string][] = [
      [placesOf(foreign, 1), 404, 'zone_not_found'],
      [seatOf(foreign, 0), 404, 'zone_not_found'],
      [{ zoneId: hall.numbered, seatId: foreign.seatIds[0] }, 404, 'seat_not_found'],
      [{ zoneId: hall.numbered, seatId: 2_147_483_647 }, 404, 'seat_not_found'],
      [{ zoneId: hall.numbered, quantity: 1 }, 400, 'wrong_item_kind'],
      [{ zoneId: hall.general, seatId: hall.seatIds[0] }, 400, 'wrong_item_kind'],
    ];
    for (const [item, ...expected] of cases) {
      expect(code(await lock(ana, hall, [seatOf(hall, 0), item]))).toEqual(expected);
    }
    const status = await ana.get(`/sales/cart/lock/status?tenant=${hall.slug}`);
    expect(status.cart.locks).toEqual([]);
  });
});
