import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Hall } from '@/db/testing/hall';
import { returnsSchema } from '@/lib/events/schema';
import type { Client } from './testing/client';
import { placesOf, seatOf } from './testing/endpoints';
import { lockOf } from './testing/orders';
import { Stream } from './testing/stream';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;
const open: Stream[] = [];

beforeAll(async () => {
  wire = await openWire();
});
afterEach(() => Promise.all(open.splice(0).map((stream) => stream.stop())));
afterAll(() => wire.close());

async function watch(hall: Hall): Promise<Stream> {
  const stream = await Stream.of(wire.buyer(), `/sales/events/${hall.eventId}/live`);
  open.push(stream);
  await expect.poll(() => stream.snapshots.length).toBe(1);
  return stream;
}
/** When the first of the buyer's locks ends, as the zone's return is told. */
async function endOf(buyer: Client, hall: Hall, zoneId: number): Promise<[number, number]> {
  const { cart } = await buyer.get(`/sales/cart/lock/status?tenant=${hall.slug}`);
  const locks = cart.locks.filter((lock) => lock.zoneId === zoneId);
  return [zoneId, Math.min(...locks.map((lock) => Date.parse(lock.expiresAt)))];
}
const within = { timeout: 1_000, interval: 10 };

describe('the stream of an event whose zones are wholly held', () => {
  it('says nothing of it while something is left', async () => {
    const hall = await wire.hall({ seats: 2, capacity: 2 });
    const stream = await watch(hall);
    await lockOf(wire.buyer(), hall, [seatOf(hall, 0), placesOf(hall, 1)]);
    await expect.poll(() => stream.deltas.length, within).toBe(1);
    expect(stream.returns).toEqual([]);
  });

  it('says when the first could come back, to who watches and to who comes later', async () => {
    const hall = await wire.hall({ seats: 2, capacity: 2 });
    const stream = await watch(hall);
    const [ana, luis] = [wire.buyer(), wire.buyer()];
    await lockOf(ana, hall, [seatOf(hall, 0), placesOf(hall, 2)]);
    await lockOf(luis, hall, [seatOf(hall, 1)]);
    const seats = await endOf(ana, hall, hall.numbered);
    const places = await endOf(ana, hall, hall.general);
    await expect.poll(() => stream.returns.at(-1)?.length, within).toBe(2);
    expect(new Set(stream.returns.at(-1))).toEqual(new Set([seats, places]));
    const late = await watch(hall);
    await expect.poll(() => late.returns, within).toEqual([stream.returns.at(-1)]);
    expect(late.messages.slice(0, 2).map(({ event }) => event)).toEqual(['snapshot', 'returns']);
    for (const returns of stream.returns) returnsSchema.parse(returns);
  });

  it('tells that a lock was extended, and takes all back when places come free', async () => {
    const hall = await wire.hall({ seats: 2, capacity: 2 });
    const stream = await watch(hall);
    const [ana, luis] = [wire.buyer(), wire.buyer()];
    await lockOf(ana, hall, [seatOf(hall, 0)]);
    await lockOf(luis, hall, [seatOf(hall, 1)]);
    const anas = await endOf(ana, hall, hall.numbered);
    await expect.poll(() => stream.returns.at(-1), within).toEqual([anas]);
    await wire.admin`SELECT pg_sleep(0.05)`;
    const deltas = stream.deltas.length;
    await ana.put(`/sales/cart/lock/extend?tenant=${hall.slug}`, {});
    const luiss = await endOf(luis, hall, hall.numbered);
    await expect.poll(() => stream.returns.at(-1), within).toEqual([luiss]);
    expect(stream.deltas.length).toBe(deltas);
    await luis.delete(`/sales/cart/lock?tenant=${hall.slug}`);
    await expect.poll(() => stream.returns.at(-1), within).toEqual([]);
  });
});
