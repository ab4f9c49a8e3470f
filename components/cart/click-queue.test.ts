import { describe, expect, it } from 'vitest';
import { ClickQueue, lockItems, releaseItems } from './click-queue';
import { placeKey } from './place';
import { aSeat, places } from './testing';

describe('clicks on their way', () => {
  it('travel one batch at a time; those made meanwhile go together in the next', () => {
    const queue = new ClickQueue();
    queue.add(aSeat(1), 1);
    const first = queue.take();
    queue.add(aSeat(2), 1);
    queue.add(aSeat(3), 1);
    expect(first?.lock.map((want) => want.place.seatId)).toEqual([1]);
    expect(queue.take()).toBeNull();
    queue.land(first!.lock);
    expect(queue.take()?.lock.map((want) => want.place.seatId)).toEqual([2, 3]);
  });

  it('cancel out when a seat is chosen and given back before it left', () => {
    const queue = new ClickQueue();
    queue.add(aSeat(1), 1);
    queue.add(aSeat(1), -1);
    expect(queue.take()).toBeNull();
    expect(queue.wants()).toEqual([]);
  });

  it('add up the places of a zone', () => {
    const queue = new ClickQueue();
    for (const step of [1, 1, 1, -1]) queue.add(places(), step);
    expect(queue.take()?.lock).toEqual([{ place: places(), units: 2 }]);
  });

  it('give back first what is given back, in the same trip', () => {
    const queue = new ClickQueue();
    queue.add(aSeat(2), 1);
    queue.add(aSeat(1), -1);
    const batch = queue.take()!;
    expect(batch.release.map((want) => want.place.seatId)).toEqual([1]);
    expect(batch.lock.map((want) => want.place.seatId)).toEqual([2]);
  });

  it('drop what waited on a seat that could not be had', () => {
    const queue = new ClickQueue();
    queue.add(aSeat(1), 1);
    const { lock } = queue.take()!;
    queue.add(aSeat(1), -1);
    queue.land(lock, lock);
    expect(queue.take()).toBeNull();
  });

  it('give back a seat whose choosing was still travelling', () => {
    const queue = new ClickQueue();
    queue.add(aSeat(1), 1);
    const { lock } = queue.take()!;
    queue.add(aSeat(1), -1);
    expect(queue.unitsOf(placeKey(aSeat(1)))).toBe(0);
    queue.land(lock);
    expect(queue.take()?.release.map((want) => want.place.seatId)).toEqual([1]);
  });

  it('name one event a trip, and a hundred things at most', () => {
    const queue = new ClickQueue();
    const elsewhere = aSeat(500, { eventId: '01900000-0000-7000-8000-000000000002' });
    for (let id = 1; id <= 120; id++) queue.add(aSeat(id), 1);
    queue.add(elsewhere, 1);
    const sizes: number[] = [];
    for (let batch = queue.take(); batch; batch = queue.take()) {
      sizes.push(batch.lock.length);
      queue.land(batch.lock);
    }
    expect(sizes).toEqual([100, 20, 1]);
  });

  it('are written as the wire wants them', () => {
    const wants = [
      { place: aSeat(7), units: 1 },
      { place: places(9), units: 3 },
    ];
    expect(lockItems(wants)).toEqual([
      { zoneId: 1, seatId: 7 },
      { zoneId: 9, quantity: 3 },
    ]);
    const back = wants.map((want) => ({ ...want, units: -want.units }));
    expect(releaseItems(back)).toEqual([{ seatId: 7 }, { zoneId: 9, quantity: 3 }]);
  });
});
