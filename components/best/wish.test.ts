import { describe, expect, it } from 'vitest';
import type { MapZone } from '@/components/seat-map/map-zone';
import { relaxations } from './relaxations';
import { bestInput, firstWish, priceLimits, type Wish, zonesMeant } from './wish';
import { zoneGroups } from './zone-groups';

function aZone(
  id: number,
  amount: number,
  available: number,
  more: Partial<MapZone> = {},
): MapZone {
  return {
    id,
    name: `Zona ${id}`,
    type: 'numbered',
    tier: 0,
    floor: 0,
    price: { amount, currency: 'EUR' },
    outline: null,
    available,
    locked: 0,
    sold: 0,
    capacity: 100,
    ...more,
  };
}

const hall = [
  aZone(1, 5_600, 2),
  aZone(2, 4_500, 40),
  aZone(3, 4_500, 0),
  aZone(4, 2_800, 10),
  aZone(5, 2_000, 300, { type: 'general' }),
];
const wish = (more: Partial<Wish>): Wish => ({ ...firstWish, ...more });

describe('a wish for the best seats', () => {
  it('for anywhere names no zone and no limit', () => {
    expect(bestInput('e', wish({ quantity: 4 }), hall)).toEqual({
      eventId: 'e',
      quantity: 4,
      accessible: 0,
    });
  });

  it('for a price means every zone of it, never a standing one', () => {
    const input = bestInput('e', wish({ where: 'price:4500' }), hall);
    expect(input).toMatchObject({ zoneIds: [2, 3] });
    expect(zonesMeant(firstWish, hall).map((zone) => zone.id)).toEqual([1, 2, 3, 4]);
  });

  it('is offered the limits that leave something out', () => {
    expect(priceLimits('any', hall)).toEqual([2_800, 4_500]);
    expect(priceLimits('zone:1', hall)).toEqual([]);
  });

  it('keeps a limit that was chosen for other zones, and does not send it', () => {
    expect(bestInput('e', wish({ maxPrice: 2_800 }), hall)).toMatchObject({ maxPrice: 2_800 });
    const elsewhere = bestInput('e', wish({ maxPrice: 2_800, where: 'zone:1' }), hall);
    expect(elsewhere).not.toHaveProperty('maxPrice');
  });

  it('in exchange is for as many seats as are given up', () => {
    const input = bestInput('e', wish({ quantity: 6, accessible: 5 }), hall, ['a', 'b']);
    expect(input).toMatchObject({ quantity: 2, accessible: 2, swap: ['a', 'b'] });
  });
});

describe('when too few are left', () => {
  it('fewer, any price and any zone are offered, each with the rest of the wish', () => {
    const asked = wish({ quantity: 4, where: 'price:4500', accessible: 3 });
    expect(relaxations(asked, hall, 2)).toEqual([
      { kind: 'fewer', wish: { ...asked, quantity: 2, accessible: 2 } },
      { kind: 'anywhere', wish: { ...asked, where: 'any' } },
    ]);
    const cheap = wish({ quantity: 20, maxPrice: 2_800 });
    expect(relaxations(cheap, hall, 0)).toEqual([
      { kind: 'anyPrice', wish: { ...cheap, maxPrice: null } },
    ]);
  });

  it('a condition whose end brings nothing in is not offered', () => {
    const empty = hall.map((zone) => ({ ...zone, available: 0 }));
    expect(relaxations(wish({ where: 'zone:1', maxPrice: 2_800 }), empty, 0)).toEqual([]);
  });
});

describe('the zones to choose from', () => {
  it('stand by price, the dearest first, with what is left of each price', () => {
    const { seated, standing } = zoneGroups(hall);
    expect(seated.map(({ amount, available }) => [amount, available])).toEqual([
      [5_600, 2],
      [4_500, 40],
      [2_800, 10],
    ]);
    expect(standing.map((zone) => zone.id)).toEqual([5]);
  });
});
