import { describe, expect, it } from 'vitest';
import { seatFlag } from '@/lib/events/seat-codes';
import { buildChart } from './chart';
import type { MapZone } from './map-zone';
import { isFiltering, matchesLeft, matchingSeats, noFilter, toggled } from './seat-filter';
import { SeatStore } from './seat-store';
import { geometryOf } from './test-halls';
import { zoneAsked } from './zone-asked';

const geometry = geometryOf([
  { zone: 1, row: 'A', label: '1', x: 0, y: 0 },
  { zone: 1, row: 'A', label: '2', x: 1, y: 0, flags: seatFlag.accessible },
  { zone: 2, row: 'B', label: '1', x: 0, y: 1 },
  { zone: 2, row: 'B', label: '2', x: 1, y: 1, flags: seatFlag.restrictedView },
]);
const chart = buildChart(geometry);
const zone = (id: number, amount: number, rest = {}) =>
  ({ id, type: 'numbered', price: { amount, currency: 'EUR' }, ...rest }) as MapZone;
const zones = [zone(1, 4500), zone(2, 3000), zone(3, 2000, { type: 'general', available: 40 })];

describe('the filter of the map and the list', () => {
  it('asks for nothing at first, and everything matches', () => {
    expect(isFiltering(noFilter)).toBe(false);
    expect([...matchingSeats(noFilter, chart, zones)]).toEqual([1, 1, 1, 1]);
  });

  it('takes any of the prices, any of the zones, and both together', () => {
    const dear = { ...noFilter, prices: new Set([4500]) };
    expect([...matchingSeats(dear, chart, zones)]).toEqual([1, 1, 0, 0]);
    const second = { ...noFilter, zoneIds: new Set([2]) };
    expect([...matchingSeats(second, chart, zones)]).toEqual([0, 0, 1, 1]);
    expect([...matchingSeats({ ...dear, ...second, prices: dear.prices }, chart, zones)]).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it('knows a wheelchair’s place from a seat with a restricted view', () => {
    const accessible = { ...noFilter, accessible: true };
    expect([...matchingSeats(accessible, chart, zones)]).toEqual([0, 1, 0, 0]);
    expect(zones.map(zoneAsked(accessible, chart))).toEqual([true, false, false]);
  });

  it('counts what can still be had, places without numbers too', () => {
    const store = new SeatStore(geometry.ids);
    expect(matchesLeft(noFilter, chart, zones, store)).toBe(44);
    store.applyDelta([[geometry.ids[0]!, 2]]);
    expect(matchesLeft({ ...noFilter, prices: new Set([4500]) }, chart, zones, store)).toBe(1);
    expect(matchesLeft({ ...noFilter, accessible: true }, chart, zones, store)).toBe(1);
  });

  it('takes a wish back when it is pressed again', () => {
    expect(toggled(toggled(noFilter.prices, 4500), 4500)).toEqual(noFilter.prices);
  });
});
