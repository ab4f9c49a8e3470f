import { describe, expect, it } from 'vitest';
import type { EndedLock } from '@/lib/locks/schema';
import { endedSince } from './ended';
import { aLock, aSeat, aStatus, places } from './testing';

function endedAs(id: string, reason: EndedLock['reason']): EndedLock {
  const status = reason === 'sale' ? 'converted' : reason === 'timeout' ? 'expired' : 'released';
  const named = { zoneName: 'Platea', row: '3', seat: '1', quantity: 1 };
  return { id, ...named, status, reason, endedAt: '2026-01-01T20:10:00.000Z' };
}

const seat = aLock(aSeat(1));
const tell = (reason: EndedLock['reason']) =>
  endedSince([seat], aStatus([], { ended: [endedAs(seat.id, reason)] }));
const nothing = { lapsed: [], byOrganizer: [], bought: [] };
const want = { place: aSeat(1), units: 1 };

describe('a lock that is gone', () => {
  it('ran out', () => expect(tell('timeout')).toEqual({ ...nothing, lapsed: [want] }));
  it('was let go because the page stayed closed', () =>
    expect(tell('tab_closed')).toEqual({ ...nothing, lapsed: [want] }));
  it('was ended by the organizer', () =>
    expect(tell('admin')).toEqual({ ...nothing, byOrganizer: [want] }));
  it('was bought', () => expect(tell('sale')).toEqual({ ...nothing, bought: [want] }));
  it('was given back by the buyer, who knows', () => expect(tell('buyer')).toEqual(nothing));
  it('ran out long ago, when nothing tells of it any more', () =>
    expect(endedSince([seat], aStatus([]))).toEqual({ ...nothing, lapsed: [want] }));
});

describe('a lock that lives', () => {
  it('is not told of, also when a part of it was given back', () => {
    const three = aLock(places(), { quantity: 3 });
    const two = aStatus([{ ...three, quantity: 2 }], { ended: [endedAs('the part', 'buyer')] });
    expect(endedSince([three], two)).toEqual(nothing);
  });
});
