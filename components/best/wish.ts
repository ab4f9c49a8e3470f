import type { MapZone } from '@/components/seat-map/map-zone';
import type { BestInput } from '@/lib/locks/schema';

/** Anywhere, every zone of a price (in minor units), or one zone. A select's value. */
export type Where = 'any' | `price:${number}` | `zone:${number}`;

/** What the buyer asked for. Kept as it was typed, whatever the answer. */
export type Wish = {
  quantity: number;
  where: Where;
  /** In minor units; null for any. */
  maxPrice: number | null;
  /** How many of `quantity` are for wheelchairs. */
  accessible: number;
};

export const firstWish: Wish = { quantity: 2, where: 'any', maxPrice: null, accessible: 0 };

/** The standing zone that is meant, which has no seats to pick. */
export function standingZone({ where }: Wish, zones: readonly MapZone[]): MapZone | null {
  return zones.find(({ id, type }) => type === 'general' && where === `zone:${id}`) ?? null;
}

/** The numbered zones that are meant, whatever they cost. */
export function zonesAt(where: Where, zones: readonly MapZone[]): MapZone[] {
  return zones
    .filter(({ type }) => type === 'numbered')
    .filter(({ id, price }) =>
      [`zone:${id}`, `price:${price.amount}`, 'any'].some((value) => value === where),
    );
}

/** Limits that leave something out where they are set, the lowest first. */
export function priceLimits(where: Where, zones: readonly MapZone[]): number[] {
  const amounts = new Set(zonesAt(where, zones).map((zone) => zone.price.amount));
  return [...amounts].sort((a, b) => a - b).slice(0, -1);
}

/** The limit that counts: one that was chosen for other zones waits until they are meant again. */
export function limitOf({ where, maxPrice }: Wish, zones: readonly MapZone[]): number | null {
  return maxPrice !== null && priceLimits(where, zones).includes(maxPrice) ? maxPrice : null;
}

/** The zones that come into question. */
export function zonesMeant(wish: Wish, zones: readonly MapZone[]): MapZone[] {
  const limit = limitOf(wish, zones) ?? Number.POSITIVE_INFINITY;
  return zonesAt(wish.where, zones).filter((zone) => zone.price.amount <= limit);
}

/**
 * The wish as the wire has it.
 * @param swap locks given up in exchange for as many seats
 * @param exclude seats that the buyer has seen and does not want
 */
export function bestInput(
  eventId: string,
  wish: Wish,
  zones: readonly MapZone[],
  swap?: string[],
  exclude: number[] = [],
): BestInput {
  const quantity = swap?.length ?? wish.quantity;
  const maxPrice = limitOf(wish, zones);
  return {
    eventId,
    quantity,
    accessible: Math.min(wish.accessible, quantity),
    ...(wish.where === 'any' ? {} : { zoneIds: zonesAt(wish.where, zones).map(({ id }) => id) }),
    ...(maxPrice === null ? {} : { maxPrice }),
    ...(swap ? { swap } : {}),
    ...(exclude.length > 0 ? { exclude } : {}),
  };
}
