import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { createHall, type Hall } from '@/db/testing/hall';
import { seatState } from '@/lib/events/schema';
import { LockEngine } from '@/lib/locks/engine';
import { LiveHub } from './hub';

let base: TestDatabase;
let hub: LiveHub;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());
beforeEach(() => {
  hub = new LiveHub(base);
});
afterEach(() => hub.close());

function lock(hall: Hall, seat: number) {
  return new LockEngine(base.db).claim(hall.tenantId, hall.eventId, {
    sessionKey: 's'.repeat(40),
    userId: null,
    items: [{ zoneId: hall.numbered, seatId: hall.seatIds[seat] as number }],
    mode: 'all',
    metadata: {},
  });
}

describe('an event’s seats in memory', () => {
  it('are in the geometry’s order, and follow what is locked without being asked for again', async () => {
    const hall = await createHall(base.admin);
    const { ids, states, mapVersion } = await hub.seats(hall.tenantId, hall.eventId);
    expect([...ids]).toEqual(hall.seatIds);
    expect(mapVersion).toBe(1);
    expect(new Set(states)).toEqual(new Set([seatState.free]));
    await lock(hall, 3);
    await expect.poll(() => states[3]).toBe(seatState.locked);
    expect((await hub.seats(hall.tenantId, hall.eventId)).states).toBe(states);
  });

  it('are free again at the moment that a lock runs out, before anybody is told', async () => {
    const hall = await createHall(base.admin, { settings: { cart_lock_duration: 0.02 } });
    await lock(hall, 0);
    const first = await hub.seats(hall.tenantId, hall.eventId);
    expect(first.states[0]).toBe(seatState.locked);
    // Its clock does not tick any more: nothing but the question frees the seat.
    hub.close();
    const states = async () => (await hub.seats(hall.tenantId, hall.eventId)).states[0];
    await expect.poll(states, { timeout: 5_000 }).toBe(seatState.free);
  });

  it('are refused when the database has not confirmed them for too long', async () => {
    const hall = await createHall(base.admin);
    await hub.seats(hall.tenantId, hall.eventId);
    const now = performance.now.bind(performance);
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + 13_000);
    try {
      const refused = hub.seats(hall.tenantId, hall.eventId);
      await expect(refused).rejects.toMatchObject({ code: 'unavailable' });
    } finally {
      clock.mockRestore();
    }
  });
});
