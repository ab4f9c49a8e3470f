import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hall, HallOptions } from '@/db/testing/hall';
import { lockedSchema, type Orphaned } from '@/lib/locks/schema';
import type { Answer, Client } from './testing/client';
import { seatOf } from './testing/endpoints';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;

beforeAll(async () => {
  wire = await openWire();
});
afterAll(() => wire.close());

const code = (answer: Answer) => [answer.status, answer.problem.code];
const lock = (buyer: Client, hall: Hall, seats: number[]) =>
  buyer.post('/sales/cart/lock', {
    eventId: hall.eventId,
    items: seats.map((i) => seatOf(hall, i)),
  });
async function stage(options?: HallOptions) {
  return { hall: await wire.hall(options), ana: wire.buyer(), luis: wire.buyer() };
}

type Places = { placement: string; blocks: { row: string; seats: { seatId: number }[] }[] }[];
const seatsOf = (places: Places) =>
  places.map(({ blocks }) => blocks.flatMap(({ seats }) => seats.map(({ seatId }) => seatId)));

describe('who lost a seat', () => {
  it('is offered others for the whole group, side by side, none of them taken', async () => {
    const { hall, ana, luis } = await stage();
    await lock(luis, hall, [5]);
    const answer = await lock(ana, hall, [4, 5]);
    expect(code(answer)).toEqual([409, 'items_unavailable']);
    const alternatives = answer.problem.alternatives as Places;
    expect(alternatives).toHaveLength(3);
    expect(alternatives[0]).toMatchObject({ placement: 'together', blocks: [{ row: '1' }] });
    const offered = seatsOf(alternatives);
    for (const seats of offered) expect(seats).toHaveLength(2);
    expect(new Set(offered.flat()).size).toBe(6);
    expect(offered.flat()).not.toContain(hall.seatIds[5]);
    const [nearest] = offered as [number[]];
    const items = nearest.map((seatId) => ({ zoneId: hall.numbered, seatId }));
    const taken = await ana.post('/sales/cart/lock', { eventId: hall.eventId, items });
    expect(taken.status).toBe(201);
  });

  it('named twice over is offered no more seats than were meant', async () => {
    const { hall, ana, luis } = await stage();
    await lock(luis, hall, [5]);
    const answer = await lock(ana, hall, [4, 5, 5, 5]);
    const offered = seatsOf(answer.problem.alternatives as Places);
    expect(offered.map((seats) => seats.length)).toEqual([2, 2, 2]);
  });

  it('but got the rest is offered as much for all of them', async () => {
    const { hall, ana, luis } = await stage();
    await lock(luis, hall, [5]);
    const items = [4, 5].map((i) => seatOf(hall, i));
    const body = { eventId: hall.eventId, items, mode: 'any' };
    const answer = await ana.post('/sales/cart/lock', body);
    expect(answer.status).toBe(201);
    const { locked, alternatives } = lockedSchema.parse(answer.as());
    expect(locked).toHaveLength(1);
    expect(seatsOf(alternatives as Places).map((seats) => seats.length)).toEqual([2, 2, 2]);
  });

  it('is offered nothing where nothing is left, and nothing in place of places', async () => {
    const { hall, ana, luis } = await stage({ seats: 1, capacity: 1 });
    await lock(luis, hall, [0]);
    expect((await lock(ana, hall, [0])).problem).not.toHaveProperty('alternatives');
    const items = [{ zoneId: hall.general, quantity: 2 }];
    const answer = await ana.post('/sales/cart/lock', { eventId: hall.eventId, items });
    expect(code(answer)).toEqual([409, 'items_unavailable']);
    expect(answer.problem).not.toHaveProperty('alternatives');
  });
});

describe('where single seats may not be left', () => {
  it('a choice that leaves one is refused with its name, and with moves that satisfy', async () => {
    const { hall, ana } = await stage({ seats: 6, settings: { orphan_rule: 'strict' } });
    const answer = await lock(ana, hall, [1]);
    expect(code(answer)).toEqual([409, 'items_unavailable']);
    expect(answer.problem.items).toEqual([{ ...seatOf(hall, 1), reason: 'orphan' }]);
    expect(answer.problem).not.toHaveProperty('alternatives');
    const [told] = answer.problem.orphaned as Orphaned[];
    expect(told).toMatchObject({ row: '1', seats: [{ seatId: hall.seatIds[0], label: '1' }] });
    for (const { seats } of told?.moves ?? []) {
      const items = seats.map(({ seatId }) => ({ zoneId: hall.numbered, seatId }));
      const moved = await ana.post('/sales/cart/lock', { eventId: hall.eventId, items });
      expect(moved.status).toBe(201);
      await ana.delete(`/sales/cart/lock?tenant=${hall.slug}`);
    }
  });
});
