import { describe, expect, it } from 'vitest';
import { byEvent, linesOf, totalOf, unitsOf } from './lines';
import { aLock, aSeat, places } from './testing';

const held = [aLock(aSeat(1)), aLock(places(), { id: 'a', quantity: 2 })];

describe('the lines of the cart', () => {
  it('count in what is on its way, in and out', () => {
    const lines = linesOf(held, [
      { place: aSeat(2), units: 1 },
      { place: places(), units: -1 },
      { place: aSeat(1), units: -1 },
    ]);
    expect(lines.map(({ key, units, pending }) => [key, units, pending])).toEqual([
      ['zone:9', 1, true],
      ['seat:2', 1, true],
    ]);
    expect(unitsOf(lines)).toBe(2);
  });

  it('are one for all the locks of a zone', () => {
    const more = aLock(places(), { id: 'b', quantity: 3 });
    expect(linesOf([...held, more], []).map((line) => line.units)).toEqual([1, 5]);
  });

  it('never show one seat twice', () => {
    expect(linesOf(held, [{ place: aSeat(1), units: 1 }])[0]?.units).toBe(1);
  });

  it('stand under their events', () => {
    const other = { eventId: '01900000-0000-7000-8000-000000000002', eventName: 'Otra' };
    const lines = linesOf([...held, aLock(aSeat(5, other))], []);
    expect(byEvent(lines).map((group) => [group.name, group.lines.length])).toEqual([
      ['La gaviota', 2],
      ['Otra', 1],
    ]);
  });

  it('cost what the server says, corrected by what is on its way', () => {
    const total = { amount: 8_400, currency: 'EUR' };
    expect(totalOf(total, [{ place: aSeat(2), units: 1 }]).amount).toBe(11_200);
    expect(totalOf(total, [{ place: places(), units: -1 }]).amount).toBe(5_600);
  });
});
