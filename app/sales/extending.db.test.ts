import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Extended, extendedSchema } from '@/lib/locks/schema';
import { at, oneSeat, type Stage, stage, status } from './testing/cart';
import type { Answer } from './testing/client';
import { placesOf, seatOf } from './testing/endpoints';
import { openWire, type Wire } from './testing/wire';

let wire: Wire;

beforeAll(async () => {
  wire = await openWire();
});
afterAll(() => wire.close());

const code = (answer: Answer) => [answer.status, answer.problem.code];

describe('extending', () => {
  const extend = (s: Stage, body?: object, buyer = s.ana) => buyer.put(at(s.hall, '/extend'), body);
  const extended = async (s: Stage, body?: object): Promise<Extended> => {
    const answer = await extend(s, body);
    expect(answer.status).toBe(200);
    return extendedSchema.parse(answer.as());
  };

  it('gives every lock the full duration again', async () => {
    const s = await stage(wire, (h) => [[seatOf(h, 0)], [placesOf(h, 2)]]);
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
    const s = await stage(wire, (h) => [[seatOf(h, 0), seatOf(h, 1)]]);
    const [first, second] = s.locks;
    const stranger = randomUUID();
    const answer = await extended(s, { lockIds: [first?.id.toUpperCase(), stranger] });
    expect(answer.extended.map(({ id }) => id)).toEqual([first?.id]);
    expect(answer.refused).toEqual([{ id: stranger, reason: 'expired' }]);
    const untouched = answer.locks.find(({ id }) => id === second?.id);
    expect(untouched?.expiresAt).toBe(second?.expiresAt);
  });

  it('by fewer minutes never makes a deadline earlier, and uses nothing up', async () => {
    const s = await stage(wire, oneSeat);
    const answer = await extended(s, { minutes: 0.5 });
    expect(answer.locks[0]?.expiresAt).toBe(s.locks[0]?.expiresAt);
    expect(answer.extended[0]?.extensionsLeft).toBe(10);
  });

  it('is refused after the tenth time', async () => {
    const s = await stage(wire, oneSeat);
    for (let left = 9; left >= 0; left--) {
      expect((await extended(s)).extended[0]?.extensionsLeft).toBe(left);
    }
    const answer = await extended(s);
    expect(answer.extended).toEqual([]);
    expect(answer.refused).toEqual([{ id: s.locks[0]?.id, reason: 'max_extensions' }]);
    expect(answer.locks[0]?.extensionsLeft).toBe(0);
  });

  it('is a conflict for who holds nothing, or names only another’s', async () => {
    const s = await stage(wire, oneSeat);
    const { hall, luis } = s;
    const lockIds = s.locks.map(({ id }) => id);
    expect(code(await extend(s, {}, luis))).toEqual([409, 'no_live_locks']);
    await luis.post('/sales/cart/lock', { eventId: hall.eventId, items: [seatOf(hall, 1)] });
    expect(code(await extend(s, { lockIds }, luis))).toEqual([409, 'no_live_locks']);
    await luis.delete(at(hall));
    expect(code(await extend(s, {}, luis))).toEqual([409, 'no_live_locks']);
  });

  it('does not bring back what has run out', async () => {
    const s = await stage(wire, oneSeat, { settings: { cart_lock_duration: 0.01 } });
    await expect.poll(async () => (await status(s.ana, s.hall)).cart.locks).toEqual([]);
    expect(code(await extend(s))).toEqual([409, 'no_live_locks']);
  });
});
