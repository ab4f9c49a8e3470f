import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hall, HallOptions } from '@/db/testing/hall';
import { swappedSchema } from '@/lib/locks/schema';
import type { Answer, Client } from './testing/client';
import { placesOf, seatOf } from './testing/endpoints';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;

beforeAll(async () => {
  wire = await openWire();
});
afterAll(() => wire.close());

const code = (answer: Answer) => [answer.status, answer.problem.code];
const lock = (buyer: Client, hall: Hall, items: object[]) =>
  buyer.post('/sales/cart/lock', { eventId: hall.eventId, items });
const swap = (buyer: Client, hall: Hall, lockIds: string[], items: object[]) =>
  buyer.post('/sales/cart/lock/swap', { eventId: hall.eventId, lockIds, items });

/** Ana holds the first two seats. */
async function stage(options?: HallOptions) {
  const hall = await wire.hall(options);
  const [ana, luis] = [wire.buyer(), wire.buyer()];
  const { cart } = await lock(ana, hall, [seatOf(hall, 0), seatOf(hall, 1)]);
  return { hall, ana, luis, cart, lockIds: cart.locks.map(({ id }) => id) };
}

describe('a swap of seats', () => {
  it('answers with the whole cart: other seats, the same deadline', async () => {
    const { hall, ana, cart, lockIds } = await stage();
    const answer = await swap(ana, hall, lockIds, [seatOf(hall, 6), seatOf(hall, 7)]);
    expect(answer.status).toBe(201);
    const swapped = swappedSchema.parse(answer.as());
    expect(swapped.locks.map(({ seatId }) => seatId)).toEqual([hall.seatIds[6], hall.seatIds[7]]);
    expect(new Set(swapped.released)).toEqual(new Set(lockIds));
    expect(new Set(swapped.locked)).toEqual(new Set(swapped.locks.map(({ id }) => id)));
    expect(swapped.earliestExpiry).toBe(cart.earliestExpiry);
    expect(swapped.total).toEqual(cart.total);
  });

  it('to a seat that somebody has names it, offers others, and changes nothing', async () => {
    const { hall, ana, luis, lockIds } = await stage();
    await lock(luis, hall, [seatOf(hall, 7)]);
    const answer = await swap(ana, hall, lockIds, [seatOf(hall, 6), seatOf(hall, 7)]);
    expect(code(answer)).toEqual([409, 'items_unavailable']);
    expect(answer.problem.items).toEqual([{ ...seatOf(hall, 7), reason: 'locked' }]);
    const { cart } = await ana.get(`/sales/cart/lock/status?tenant=${hall.slug}`);
    expect(cart.locks.map(({ id }) => id)).toEqual(lockIds);
  });

  it('of somebody else’s lock finds it not live, and leaves it', async () => {
    const { hall, luis, lockIds } = await stage();
    const answer = await swap(luis, hall, lockIds, [seatOf(hall, 6), seatOf(hall, 7)]);
    expect(code(answer)).toEqual([409, 'locks_not_live']);
    expect(answer.problem.lockIds).toEqual(lockIds);
    expect(luis.session).toBeNull();
  });

  it('asked twice under one Idempotency-Key happens once', async () => {
    const { hall, ana, lockIds } = await stage();
    const body = { eventId: hall.eventId, lockIds, items: [seatOf(hall, 6), seatOf(hall, 7)] };
    const headers = { 'idempotency-key': 'one-step-aside' };
    const first = await ana.post('/sales/cart/lock/swap', body, { headers });
    const again = await ana.post('/sales/cart/lock/swap', body, { headers });
    expect(first.status).toBe(201);
    expect(again.text).toBe(first.text);
  });

  it.each([
    ['fewer seats than locks', (hall: Hall) => [seatOf(hall, 6)]],
    ['more seats than locks', (hall: Hall) => [6, 7, 8].map((i) => seatOf(hall, i))],
    ['the same seat twice', (hall: Hall) => [seatOf(hall, 6), seatOf(hall, 6)]],
    ['places without numbers', (hall: Hall) => [seatOf(hall, 6), placesOf(hall, 1)]],
    ['nothing', () => []],
  ])('for %s is refused as invalid', async (_what, items) => {
    const { hall, ana, lockIds } = await stage();
    expect(code(await swap(ana, hall, lockIds, items(hall)))).toEqual([400, 'invalid_request']);
  });

  it('of places without numbers is refused: they are not live seats', async () => {
    const { hall, ana } = await stage();
    const { cart } = await lock(ana, hall, [placesOf(hall, 1)]);
    const places = cart.locks.find(({ seatId }) => seatId === null);
    const answer = await swap(ana, hall, [places?.id as string], [seatOf(hall, 6)]);
    expect(code(answer)).toEqual([409, 'locks_not_live']);
  });
});
