import type { MapZone } from '@/components/seat-map/map-zone';

/** Zones of one price; `amount` in minor units, `available` of all of them. */
export type PriceGroup = { amount: number; available: number; zones: MapZone[] };

/** A hall's zones as a list that stays short at 150 sections: by price, dearest first. */
export function zoneGroups(zones: readonly MapZone[]): {
  seated: PriceGroup[];
  standing: MapZone[];
} {
  const byPrice = new Map<number, PriceGroup>();
  const standing: MapZone[] = [];
  for (const zone of zones) {
    if (zone.type === 'general') {
      standing.push(zone);
      continue;
    }
    const { amount } = zone.price;
    const group = byPrice.get(amount) ?? { amount, available: 0, zones: [] };
    byPrice.set(amount, group);
    group.zones.push(zone);
    group.available += zone.available;
  }
  const seated = [...byPrice.values()].sort((a, b) => b.amount - a.amount);
  return { seated, standing };
}
