import { describe, expect, it } from 'vitest';
import { aLock, aSeat, places } from '@/components/cart/testing';
import type { LiveLock } from '@/lib/locks/schema';
import { stillHeld } from './still-held';

const itemOf = ({ eventId, eventName, zoneName, row, seat, quantity, price }: LiveLock) => ({
  ...{ eventId, eventName, zoneName, row, seat, quantity, price },
  startsAt: '2026-02-01T20:00:00.000Z',
});
const [four, five] = [aLock(aSeat(4)), aLock(aSeat(5))];
const standing = (id: string, quantity: number) => aLock(places(), { id, quantity });

describe('an order is held as a whole', () => {
  it('by the locks that it was opened for, and by later ones on the same places', () => {
    const items = [four, five, standing('a', 3)].map(itemOf);
    expect(stillHeld(items, [four, five, standing('a', 3)])).toBe(true);
    const later = [standing('b', 1), { ...five, id: 'z' }, four, standing('c', 2), aLock(aSeat(6))];
    expect(stillHeld(items, later)).toBe(true);
  });

  it('not when a seat of it, or some of its places, are gone', () => {
    expect(stillHeld([four, five].map(itemOf), [four])).toBe(false);
    expect(stillHeld([itemOf(standing('a', 3))], [standing('a', 2)])).toBe(false);
    expect(stillHeld([itemOf(four)], [{ ...four, eventId: 'another night' }])).toBe(false);
    expect(stillHeld([itemOf(four)], [])).toBe(false);
  });
});
