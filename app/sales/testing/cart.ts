import { expect } from 'vitest';
import type { Hall, HallOptions } from '@/db/testing/hall';
import type { Client } from './client';
import { seatOf } from './endpoints';
import type { Wire } from './wire';

export type Stage = Awaited<ReturnType<typeof stage>>;

/** A buyer who has asked for `items`, a request each, and another one without anything. */
export async function stage(wire: Wire, items: (hall: Hall) => object[][], options?: HallOptions) {
  const hall = await wire.hall(options);
  const [ana, luis] = [wire.buyer(), wire.buyer()];
  for (const each of items(hall)) {
    const locked = await ana.post('/sales/cart/lock', { eventId: hall.eventId, items: each });
    expect(locked.status).toBe(201);
  }
  return { hall, ana, luis, locks: (await status(ana, hall)).cart.locks };
}

/** An address under `/sales/cart/lock` in the hall's organizer. */
export const at = (hall: Hall, path = '') => `/sales/cart/lock${path}?tenant=${hall.slug}`;
export const status = (buyer: Client, hall: Hall) => buyer.get(at(hall, '/status'));
export const oneSeat = (hall: Hall) => [[seatOf(hall, 0)]];
