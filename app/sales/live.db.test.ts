import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Hall, HallOptions } from '@/db/testing/hall';
import { availabilitySchema, deltaSchema, seatState } from '@/lib/events/schema';
import { LiveHub, liveHub } from '@/lib/live/hub';
import { liveResponse } from '@/lib/live/sse';
import { placesOf, seatOf } from './testing/endpoints';
import { decide, lockOf, openOrder } from './testing/orders';
import { Stream } from './testing/stream';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;
const open: Stream[] = [];

beforeAll(async () => {
  wire = await openWire();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((stream) => stream.stop()));
  expect(liveHub().viewers).toBe(0);
});
afterAll(() => wire.close());

async function watch(hall: Hall, signal?: AbortSignal): Promise<Stream> {
  const stream = await Stream.of(wire.buyer(), `/sales/events/${hall.eventId}/live`, signal);
  open.push(stream);
  await expect.poll(() => stream.snapshots.length).toBe(1);
  return stream;
}
async function stage(options?: HallOptions) {
  const hall = await wire.hall(options);
  return { hall, stream: await watch(hall), buyer: wire.buyer() };
}
const within = { timeout: 1_000, interval: 10 };

describe('the live stream', () => {
  it('begins with a snapshot, and no one keeps or changes it on the way', async () => {
    const { hall, stream } = await stage();
    const { headers } = stream.response;
    expect(headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(headers.get('x-accel-buffering')).toBe('no');
    const snapshot = availabilitySchema.parse(stream.snapshots[0]);
    const now = await wire.buyer().get(`/sales/events/${hall.eventId}/availability`);
    expect({ ...snapshot, serverTime: '' }).toEqual({ ...now.as<object>(), serverTime: '' });
  });

  it('tells within a second what is locked, extended, given back and sold', async () => {
    const { hall, buyer, order } = await openOrder(wire, (h) => [seatOf(h, 0)]);
    const stream = await watch(hall);
    const [sold, seat] = hall.seatIds as [number, number];
    await lockOf(buyer, hall, [seatOf(hall, 1), placesOf(hall, 2)]);
    await expect.poll(() => stream.toldAt(seat, seatState.locked), within).not.toBeNull();
    expect(stream.deltas.at(-1)?.zones).toContainEqual([hall.general, 98, 2, 0]);
    const told = stream.deltas.length;
    await buyer.put(`/sales/cart/lock/extend?tenant=${hall.slug}`, {});
    await buyer.delete(`/sales/cart/lock?tenant=${hall.slug}`, { items: [{ seatId: seat }] });
    await expect.poll(() => stream.toldAt(seat, seatState.free), within).not.toBeNull();
    // To be extended changes nothing that others see.
    expect(stream.deltas.length).toBe(told + 1);
    await decide(buyer, order, 'approve');
    await expect.poll(() => stream.toldAt(sold, seatState.sold), within).not.toBeNull();
    expect(stream.deltas.at(-1)?.zones).toContainEqual([hall.numbered, 39, 0, 1]);
    for (const delta of stream.deltas) deltaSchema.parse(delta);
  });

  it('counts its versions upwards, one a delta, from the snapshot’s on', async () => {
    const { hall, stream, buyer } = await stage();
    for (const [index, seatId] of hall.seatIds.slice(0, 3).entries()) {
      await lockOf(buyer, hall, [seatOf(hall, index)]);
      await expect.poll(() => stream.toldAt(seatId, seatState.locked), within).not.toBeNull();
    }
    const from = stream.snapshots[0]?.version as number;
    expect(stream.deltas.map(({ version }) => version)).toEqual([from + 1, from + 2, from + 3]);
  });

  it('tells within a second that a lock has run out, with no sweep at all', async () => {
    const { hall, stream, buyer } = await stage({ settings: { cart_lock_duration: 0.01 } });
    const body = { eventId: hall.eventId, items: [seatOf(hall, 0), placesOf(hall, 2)] };
    const { cart } = await buyer.post('/sales/cart/lock', body);
    const seat = hall.seatIds[0] as number;
    await expect.poll(() => stream.toldAt(seat, seatState.free), { timeout: 3_000 }).not.toBeNull();
    const late =
      (stream.toldAt(seat, seatState.free) as number) - Date.parse(cart.earliestExpiry as string);
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(1_000);
    await expect.poll(() => stream.deltas.at(-1)?.zones).toContainEqual([hall.general, 100, 0, 0]);
    const [row] =
      await wire.admin`SELECT status FROM cart_item_locks WHERE event_id = ${hall.eventId}`;
    expect(row?.status).toBe('active');
  });

  it('tells many changes together, at most five times a second', async () => {
    const { hall, stream } = await stage({ seats: 200 });
    const startedMs = performance.now();
    for (const index of hall.seatIds.keys()) {
      await lockOf(wire.buyer(), hall, [seatOf(hall, index)]);
    }
    const last = hall.seatIds.at(-1) as number;
    await expect.poll(() => stream.toldAt(last, seatState.locked), within).not.toBeNull();
    const ticks = Math.ceil((performance.now() - startedMs) / 200) + 1;
    expect(stream.deltas.length).toBeLessThanOrEqual(ticks);
    const told = new Set(stream.deltas.flatMap(({ seats }) => seats.map(([id]) => id)));
    expect(told).toEqual(new Set(hall.seatIds));
  });

  it('tells nothing of other events', async () => {
    const { stream } = await stage();
    const other = await stage();
    await lockOf(other.buyer, other.hall, [seatOf(other.hall, 0)]);
    const seat = other.hall.seatIds[0] as number;
    await expect.poll(() => other.stream.toldAt(seat, seatState.locked), within).not.toBeNull();
    expect(stream.deltas).toEqual([]);
  });

  it('ends with its reader: by abort or by leaving, nobody is kept on the list', async () => {
    const hall = await wire.hall();
    const gone = new AbortController();
    const [aborted, left] = [await watch(hall, gone.signal), await watch(hall)];
    expect(liveHub().viewers).toBe(2);
    gone.abort();
    await expect.poll(() => aborted.closed).toBe(true);
    expect(liveHub().viewers).toBe(1);
    await left.stop();
    expect(liveHub().viewers).toBe(0);
    const late = await Stream.of(
      wire.buyer(),
      `/sales/events/${hall.eventId}/live`,
      AbortSignal.abort(),
    );
    await expect.poll(() => late.closed).toBe(true);
    expect(liveHub().viewers).toBe(0);
  });

  it('heals from a lost connection to the database with a fresh snapshot', async () => {
    const { hall, stream, buyer } = await stage();
    const cut = await wire.admin`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query ILIKE 'listen%'`;
    expect(cut.length).toBeGreaterThan(0);
    await lockOf(buyer, hall, [seatOf(hall, 0)]);
    await expect.poll(() => stream.snapshots.length, { timeout: 8_000 }).toBeGreaterThan(1);
    const states = async () => {
      const answer = await wire.buyer().get(`/sales/events/${hall.eventId}/availability`);
      return (Buffer.from(answer.as<{ seats: string }>().seats, 'base64')[0] as number) & 3;
    };
    await expect.poll(states).toBe(seatState.locked);
    await lockOf(buyer, hall, [seatOf(hall, 1)]);
    const next = hall.seatIds[1] as number;
    await expect.poll(() => stream.toldAt(next, seatState.locked), within).not.toBeNull();
  });

  it('ends when its event is no longer published, and is not found again', async () => {
    const { hall, stream } = await stage();
    await wire.admin`UPDATE events SET status = 'draft' WHERE id = ${hall.eventId}`;
    await expect.poll(() => stream.closed, { timeout: 10_000 }).toBe(true);
    const again = await wire.buyer().get(`/sales/events/${hall.eventId}/live`);
    expect([again.status, again.problem.code]).toEqual([404, 'event_not_found']);
  });

  it('ends when its database has not been heard of for half a minute', async () => {
    const { stream } = await stage();
    await wire.admin`ALTER TABLE events RENAME TO elsewhere`;
    const now = performance.now.bind(performance);
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + 31_000);
    try {
      await expect.poll(() => stream.closed, { timeout: 5_000 }).toBe(true);
    } finally {
      clock.mockRestore();
      await wire.admin`ALTER TABLE elsewhere RENAME TO events`;
    }
  });

  it('says every fifteen seconds that it is still there', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const hub = new LiveHub(wire);
    try {
      const hall = await wire.hall();
      const { signal } = new AbortController();
      const { tenantId, eventId } = hall;
      const watched = { tenantId, eventId, cart: null };
      const stream = new Stream(await liveResponse(hub, watched, signal));
      vi.advanceTimersByTime(14_000);
      await expect.poll(() => stream.snapshots.length).toBe(1);
      expect(stream.comments).toBe(0);
      vi.advanceTimersByTime(1_000);
      await expect.poll(() => stream.comments).toBe(1);
      vi.advanceTimersByTime(30_000);
      await expect.poll(() => stream.comments).toBe(3);
      await stream.stop();
    } finally {
      hub.close();
      vi.useRealTimers();
    }
  });
});
