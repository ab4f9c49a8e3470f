import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Hall } from '@/db/testing/hall';
import { availabilitySchema, geometrySchema } from '@/lib/events/schema';
import { placesOf, seatOf } from './testing/endpoints';
import { decide, lockOf, openOrder } from './testing/orders';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;
let hall: Hall;

beforeAll(async () => {
  wire = await openWire();
  hall = await wire.hall({ seats: 10, capacity: 30 });
});
afterAll(() => wire.close());

const get = (path: string) => wire.buyer().get(path);
describe('the seats of an event', () => {
  it('are columns in one order', async () => {
    const answer = await get(`/sales/events/${hall.eventId}/seats`);
    const columns = geometrySchema.parse(answer.as());
    expect(columns.ids).toEqual(hall.seatIds);
    expect(columns.labels).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    expect(columns).toMatchObject({
      zones: Array(10).fill(hall.numbered),
      rows: Array(10).fill('1'),
      x: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      y: Array(10).fill(0),
      flags: Array(10).fill(0),
    });
  });

  it('tell which are for wheelchairs and companions', async () => {
    const other = await wire.hall({ seats: 3 });
    await wire.admin`UPDATE seats SET accessible = true WHERE id = ${other.seatIds[0]!}`;
    await wire.admin`UPDATE seats SET companion = true WHERE id = ${other.seatIds[1]!}`;
    const columns = (await get(`/sales/events/${other.eventId}/seats`)).as<{ flags: number[] }>();
    expect(columns.flags).toEqual([1, 2, 0]);
  });

  it('are kept for good under their version, and under no other', async () => {
    const path = `/sales/events/${hall.eventId}/seats`;
    const { version } = (await get(path)).as<{ version: number }>();
    const cached = async (query: string) =>
      (await get(`${path}${query}`)).headers.get('cache-control');
    expect(await cached(`?v=${version}`)).toBe('public, max-age=31536000, immutable');
    for (const query of ['', '?v=', `?v=${version + 1}`, `?v=${version}.0`, '?v=%00']) {
      expect(await cached(query)).toBe('no-cache');
    }
  });
});

describe('the availability of an event', () => {
  const read = async (eventId: string) => {
    const body = availabilitySchema.parse(
      (await get(`/sales/events/${eventId}/availability`)).as(),
    );
    const bytes = Buffer.from(body.seats, 'base64');
    return {
      ...body,
      states: (n: number) =>
        Array.from({ length: n }, (_, i) => ((bytes[i >> 2] as number) >> ((i & 3) * 2)) & 3),
    };
  };

  it('is two bits a seat, in the order of the geometry, and the figures of each zone', async () => {
    const open = await openOrder(wire, (h) => [seatOf(h, 1), placesOf(h, 2)], {
      seats: 6,
      capacity: 30,
    });
    const { hall: own } = open;
    await decide(open.buyer, open.order, 'approve');
    await wire.admin`UPDATE seats SET status = 'blocked' WHERE id = ${own.seatIds[3]!}`;
    await lockOf(wire.buyer(), own, [seatOf(own, 0), seatOf(own, 5), placesOf(own, 4)]);
    const body = await read(own.eventId);
    expect(body.states(6)).toEqual([1, 2, 0, 3, 0, 1]);
    expect(body.zones).toEqual([
      { id: own.numbered, available: 2, locked: 2, sold: 1 },
      { id: own.general, available: 24, locked: 4, sold: 2 },
    ]);
    expect(Math.abs(Date.parse(body.serverTime) - Date.now())).toBeLessThan(1_000);
  });

  it('follows within a second, and its version grows', async () => {
    const own = await wire.hall({ seats: 2 });
    const before = await read(own.eventId);
    await lockOf(wire.buyer(), own, [seatOf(own, 0)]);
    await expect
      .poll(async () => (await read(own.eventId)).states(2), { timeout: 1_000, interval: 20 })
      .toEqual([1, 0]);
    await expect
      .poll(async () => (await read(own.eventId)).version)
      .toBeGreaterThan(before.version);
  });

  it('answers by the event’s id from memory, without a question to its database', async () => {
    const hall = await wire.hall();
    const path = `/sales/events/${hall.eventId}/availability`;
    const before = (await wire.buyer().get(path)).as<{ seats: string }>();
    await wire.admin`ALTER TABLE events RENAME TO elsewhere`;
    try {
      const now = await wire.buyer().get(path);
      expect([now.status, now.as<{ seats: string }>().seats]).toEqual([200, before.seats]);
    } finally {
      await wire.admin`ALTER TABLE elsewhere RENAME TO events`;
    }
  });
});
