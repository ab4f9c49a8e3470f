import type { Money } from '@/lib/money';
import type { MapZone } from './map-zone';

/** Zones that share a hue and a price, dearest first. */
export type PriceTier = { tier: number; price: Money; names: string[] };

/** Groups zones for the legend. Zones of one hue at two prices stay apart. */
export function priceTiers(zones: readonly MapZone[]): PriceTier[] {
  const tiers = new Map<string, PriceTier>();
  for (const { tier, price, name } of zones) {
    const key = `${tier}/${price.amount}`;
    const known = tiers.get(key);
    if (known) known.names.push(name);
    else tiers.set(key, { tier, price, names: [name] });
  }
  return [...tiers.values()].sort((a, b) => b.price.amount - a.price.amount);
}
