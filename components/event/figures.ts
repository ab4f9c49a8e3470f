import type { Availability, Delta } from '@/lib/events/schema';

/** What is left of a zone, as the live feed counts it. */
export type ZoneFigures = { id: number; available: number; locked: number; sold: number };

export function figuresOf(zones: readonly ZoneFigures[] | Availability['zones']): ZoneFigures[] {
  return zones.map(({ id, available, locked, sold }) => ({ id, available, locked, sold }));
}

export function patched(figures: readonly ZoneFigures[], zones: Delta['zones']): ZoneFigures[] {
  const fresh = new Map(
    zones.map(([id, available, locked, sold]) => [id, { id, available, locked, sold }]),
  );
  return figures.map((zone) => fresh.get(zone.id) ?? zone);
}

export type Supply = 'some' | 'all_held' | 'sold_out';

/** Whether anything can be had. What this session holds itself will not come back for it. */
export function supplyOf(figures: readonly ZoneFigures[], ownUnits: number): Supply {
  const sum = (pick: (zone: ZoneFigures) => number) =>
    figures.reduce((total, zone) => total + pick(zone), 0);
  if (figures.length === 0 || sum((zone) => zone.available) > 0) return 'some';
  return sum((zone) => zone.locked) > ownUnits ? 'all_held' : 'sold_out';
}
