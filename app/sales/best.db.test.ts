import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hall, HallOptions } from '@/db/testing/hall';
import { bestSchema } from '@/lib/locks/schema';
import type { Answer, Client } from './testing/client';
import { seatOf } from './testing/endpoints';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;

beforeAll(async () => {
  wire = await openWire();
});
afterAll(() => wire.close());

const code = (answer: Answer) => [answer.status, answer.problem.code];
const best = (buyer: Client, hall: Hall, wish: object) =>
  buyer.post('/sales/cart/lock/best', { eventId: hall.eventId, ...wish });
const lock = (buyer: Client, hall: Hall, seats: number[]) =>
  buyer.post('/sales/cart/lock', {
    eventId: hall.eventId,
    items: seats.map((i) => seatOf(hall, i)),
  });
async function stage(options?: HallOptions) {
  return { hall: await wire.hall(options), ana: wire.buyer(), luis: wire.buyer() };
}

describe('the best seats there are', () => {
  it('are locked side by side, and the answer says where they are', async () => {
    const { hall, ana } = await stage();
    const answer = await best(ana, hall, { quantity: 4 });
    expect(answer.status).toBe(201);
    const body = bestSchema.parse(answer.as());
    expect(body.placement).toBe('together');
    expect(body.blocks).toMatchObject([{ zoneId: hall.numbered, zoneName: 'Platea', row: '1' }]);
    const seats = body.blocks.flatMap((block) => block.seats.map(({ seatId }) => seatId));
    expect(seats).toHaveLength(4);
    expect(body.locks.map(({ seatId }) => seatId).sort()).toEqual([...seats].sort());
    expect(new Set(body.locked)).toEqual(new Set(body.locks.map(({ id }) => id)));
    expect(body.released).toEqual([]);
    const at = seats.map((id) => hall.seatIds.indexOf(id)).sort((a, b) => a - b);
    expect(at.map((i) => i - (at[0] as number))).toEqual([0, 1, 2, 3]);
  });

  it('are split, and said to be, where no row has room for all', async () => {
    const { hall, ana, luis } = await stage({ seats: 6 });
    await lock(luis, hall, [2]);
    const body = (await best(ana, hall, { quantity: 4 })).as<{
      placement: string;
      blocks: object[];
    }>();
    expect(body.placement).toBe('split');
    expect(body.blocks).toHaveLength(2);
  });

  it('pass over what is sold, blocked and held', async () => {
    const { hall, ana, luis } = await stage({ seats: 6 });
    const { admin } = wire;
    await admin`UPDATE seats SET status = 'sold' WHERE id = ${hall.seatIds[1] as number}`;
    await admin`UPDATE seats SET status = 'blocked' WHERE id = ${hall.seatIds[2] as number}`;
    await lock(luis, hall, [3]);
    const answer = await best(ana, hall, { quantity: 3 });
    const { locks } = answer.cart;
    const at = locks.map(({ seatId }) => hall.seatIds.indexOf(seatId as number));
    expect(at.sort()).toEqual([0, 4, 5]);
  });

  it('cost no more than is wished, by the price of the moment', async () => {
    const { hall, ana } = await stage({ seats: 4 });
    await best(ana, hall, { quantity: 1 });
    const dear = hall.seatIds.slice(1, 3);
    await wire.admin`UPDATE seats SET price_minor = 9900 WHERE id = ANY(${dear})`;
    const answer = await best(ana, hall, { quantity: 2, maxPrice: 4_500 });
    expect(code(answer)).toEqual([409, 'not_enough_seats']);
    expect(answer.problem).toMatchObject({ requested: 2, available: 1 });
  });

  it('are not to be had in a hall with fewer: how many there are is said', async () => {
    const { hall, ana } = await stage({ seats: 3 });
    const answer = await best(ana, hall, { quantity: 4 });
    expect(code(answer)).toEqual([409, 'not_enough_seats']);
    expect(answer.problem).toMatchObject({ requested: 4, available: 3 });
    expect(ana.session).toBeNull();
  });

  it('can be others in exchange, with the time that was left', async () => {
    const { hall, ana } = await stage();
    const { cart } = await best(ana, hall, { quantity: 2 });
    const swap = cart.locks.map(({ id }) => id);
    const other = bestSchema.parse((await best(ana, hall, { quantity: 2, swap })).as());
    expect(new Set(other.released)).toEqual(new Set(swap));
    expect(other.locks).toHaveLength(2);
    expect(other.earliestExpiry).toBe(cart.earliestExpiry);
    const before = new Set(cart.locks.map(({ seatId }) => seatId));
    expect(other.locks.some(({ seatId }) => before.has(seatId))).toBe(false);
  });

  it('leave out seats that were seen and are not wanted', async () => {
    const { hall, ana } = await stage({ seats: 6 });
    const first = bestSchema.parse((await best(ana, hall, { quantity: 2 })).as());
    const seen = first.locks.map(({ seatId }) => seatId as number);
    await ana.delete(`/sales/cart/lock?tenant=${hall.slug}`);
    const second = bestSchema.parse((await best(ana, hall, { quantity: 2, exclude: seen })).as());
    expect(second.locks.some(({ seatId }) => seen.includes(seatId as number))).toBe(false);
    await ana.delete(`/sales/cart/lock?tenant=${hall.slug}`);
    const none = await best(ana, hall, { quantity: 1, exclude: hall.seatIds });
    expect(code(none)).toEqual([409, 'not_enough_seats']);
    expect(none.problem).toMatchObject({ available: 0 });
  });

  it('with wheelchair places are a wheelchair place and the companion’s beside it', async () => {
    const { hall, ana } = await stage();
    const [chair, beside] = [hall.seatIds[10] as number, hall.seatIds[11] as number];
    await wire.admin`UPDATE seats SET accessible = true WHERE id = ${chair}`;
    await wire.admin`UPDATE seats SET companion = true WHERE id = ${beside}`;
    const { cart } = await best(ana, hall, { quantity: 2, accessible: 1 });
    expect(cart.locks.map(({ seatId }) => seatId).sort()).toEqual([chair, beside].sort());
    const more = await best(ana, hall, { quantity: 1, accessible: 1 });
    expect(code(more)).toEqual([409, 'not_enough_seats']);
  });

  it('count against what a session may hold', async () => {
    const { hall, ana } = await stage({ settings: { max_locks_per_session: 3 } });
    await best(ana, hall, { quantity: 2 });
    const answer = await best(ana, hall, { quantity: 2 });
    expect(code(answer)).toEqual([409, 'lock_limit_reached']);
    expect(answer.problem).toMatchObject({ limit: 3, held: 2 });
  });

  it.each([
    ['wrong_item_kind', (hall: Hall) => ({ zoneIds: [hall.general] }), 400],
    ['zone_not_found', () => ({ zoneIds: [2_000_000_000] }), 404],
    ['event_not_found', () => ({ eventId: '00000000-0000-7000-8000-000000000000' }), 404],
    ['invalid_request', () => ({ quantity: 0 }), 400],
    ['invalid_request', () => ({ quantity: 2, accessible: 3 }), 400],
    ['invalid_request', () => ({ quantity: 101 }), 400],
    ['invalid_request', () => ({ maxPrice: -1 }), 400],
    ['invalid_request', () => ({ rows: ['1'] }), 400],
  ] as const)('asked for wrongly are refused as %s', async (expected, wrong, status) => {
    const { hall, ana } = await stage();
    const answer = await best(ana, hall, { quantity: 1, ...wrong(hall) });
    expect(code(answer)).toEqual([status, expected]);
  });

  it('are not chosen before the sale', async () => {
    const { hall, ana } = await stage({ sale: 'future' });
    expect(code(await best(ana, hall, { quantity: 1 }))).toEqual([403, 'not_on_sale']);
  });
});
