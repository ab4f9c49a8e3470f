import type { Oval } from './oval';
import { lastOffset, type Ring, type Section, type Stretch, sectionsOf } from './rings';

/** Half the playing field, in seat units of half a metre: 105 by 68 metres. */
export const field = { halfWidth: 105, halfHeight: 68 };

/** The edge of the grass, from which the rows are measured. Goals to the left and to the right. */
export const grass: Oval = { halfWidth: 113, halfLength: 76, corner: 24 };

/** From the middle of the stand above the field all the way round, clockwise. */
const round: Stretch[] = Array.from({ length: 9 }, (_, piece) => ({ piece, from: 0, to: 1 }));

export const lowerRing: Ring = {
  base: 100,
  offset: 7,
  rows: 30,
  rowPitch: 1.4,
  // Behind the goals people stand.
  sections: [4, 4, 0, 4, 8, 4, 0, 4, 4],
};

export const middleRing: Ring = {
  base: 200,
  offset: 55,
  rows: 26,
  rowPitch: 1.4,
  sections: [4, 6, 4, 6, 8, 6, 4, 6, 4],
};

export const upperRing: Ring = {
  base: 300,
  offset: 98,
  rows: 42,
  rowPitch: 1.4,
  sections: [4, 10, 4, 10, 8, 10, 4, 10, 4],
};

export const rings = [lowerRing, middleRing, upperRing];

/** The seated sections of a ring. */
export function stadiumSections(ring: Ring): Section[] {
  return sectionsOf(ring, round);
}

/** Where the hospitality floor begins and ends: over the heads of the lower and the middle ring. */
export const boxDepth = { from: lastOffset(lowerRing) - 4, to: middleRing.offset + 6 };

/** The straight stands, by their first and last piece of the edge, walked clockwise. */
export const sides: Record<'west' | 'north' | 'east' | 'south', [first: number, last: number]> = {
  west: [8, 0],
  north: [2, 2],
  east: [4, 4],
  south: [6, 6],
};
