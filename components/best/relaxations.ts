import type { MapZone } from '@/components/seat-map/map-zone';
import { limitOf, standingZone, type Where, type Wish, zonesMeant } from './wish';

/** A smaller wish that may be met, and what about it is smaller. */
export type Relaxation = { kind: 'fewer' | 'anyPrice' | 'anywhere'; wish: Wish };

/**
 * Ways out when too few are left, the least painful first. A condition is given up only where
 * that brings free seats in.
 * @param available how many the same wish would find
 */
export function relaxations(
  wish: Wish,
  zones: readonly MapZone[],
  available: number,
): Relaxation[] {
  const ways: Relaxation[] = [];
  const anywhere: Where = 'any';
  const free = (other: Wish) => zonesMeant(other, zones).reduce((sum, z) => sum + z.available, 0);
  const now = free(wish);
  if (limitOf(wish, zones) !== null) {
    ways.push({ kind: 'anyPrice', wish: { ...wish, maxPrice: null } });
  }
  if (wish.where !== anywhere && standingZone(wish, zones) === null) {
    ways.push({ kind: 'anywhere', wish: { ...wish, where: anywhere } });
  }
  const helpful = ways.filter((way) => free(way.wish) > now);
  if (available <= 0 || available >= wish.quantity) return helpful;
  const accessible = Math.min(wish.accessible, available);
  return [{ kind: 'fewer', wish: { ...wish, quantity: available, accessible } }, ...helpful];
}
