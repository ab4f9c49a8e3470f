import { describe, expect, it } from 'vitest';
import { aLock, aSeat, aStatus, places } from '@/components/cart/testing';
import { seatsFreed, seatsLost } from './seat-sync';

describe('the map ahead of the feed', () => {
  it('frees what was given back or ran out, not what was bought', () => {
    const [kept, back, bought] = [aLock(aSeat(1)), aLock(aSeat(2)), aLock(aSeat(3))];
    const ended = {
      id: bought.id,
      zoneName: 'Platea',
      row: '3',
      seat: '3',
      quantity: 1,
      status: 'converted' as const,
      reason: 'sale' as const,
      endedAt: '2026-01-01T20:00:00.000Z',
    };
    const before = [kept, back, bought, aLock(places())];
    expect(seatsFreed(before, aStatus([kept], { ended: [ended] }))).toEqual([2]);
  });

  it('shows a seat that someone else got as it is now', () => {
    const loss = { units: 1, available: null };
    expect(
      seatsLost([
        { ...loss, place: aSeat(1), reason: 'locked' },
        { ...loss, place: aSeat(2), reason: 'sold' },
        { ...loss, place: aSeat(3), reason: 'unknown' },
        { ...loss, place: places(), reason: 'capacity' },
      ]),
    ).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });
});
