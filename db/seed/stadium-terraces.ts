import type { PlanShape } from '../schema/venues';
import { type HallZone, type Point, rounded } from './hall';
import { ovalLine } from './oval';
import { lastOffset } from './rings';
import { grass, lowerRing, sides } from './stadium-geometry';

/** Behind each goal people stand and sing: no seats, places only. */
const terraces: { side: 'north' | 'south'; name: string }[] = [
  { side: 'north', name: 'Norte' },
  { side: 'south', name: 'Sur' },
];

export const terracePlaces = 2_500;

const inset = { front: 0.7, side: 0.012 };

function outlineOf(side: 'north' | 'south'): Point[] {
  const piece = sides[side][0];
  const line = (offset: number): Point[] =>
    ovalLine(grass, offset, { piece, share: inset.side }, { piece, share: 1 - inset.side }, 2);
  const back = line(lastOffset(lowerRing) + inset.front);
  return [...line(lowerRing.offset - inset.front), ...back.toReversed()];
}

function middleOf(side: 'north' | 'south'): Point {
  const outline = outlineOf(side);
  const mean = (axis: 0 | 1) =>
    outline.reduce((sum, point) => sum + point[axis], 0) / outline.length;
  return rounded([mean(0), mean(1)]);
}

export function terraceZones(): HallZone[] {
  return terraces.map(({ side, name }) => ({
    name,
    kind: 'general',
    capacity: terracePlaces,
    priceMinor: 18_000,
    tier: 5,
    floor: 0,
    outline: outlineOf(side),
    seats: [],
  }));
}

export function terraceLabels(): PlanShape[] {
  return terraces.map(({ side, name }) => ({
    kind: 'label',
    floor: 0,
    at: middleOf(side),
    text: name,
    zone: name,
  }));
}
