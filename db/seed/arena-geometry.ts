import type { Oval, Station } from './oval';
import { type Ring, type Section, type Stretch, sectionsOf } from './rings';

/** The floor, in seat units: about 40 by 65 metres. The stage closes its upper end. */
export const floor: Oval = { halfWidth: 38, halfLength: 60, corner: 26 };

/** The pieces that have seats: half of the two corners beside the stage, and all between. */
const horseshoe: Stretch[] = [
  { piece: 1, from: 0.5, to: 1 },
  { piece: 2, from: 0, to: 1 },
  { piece: 3, from: 0, to: 1 },
  { piece: 4, from: 0, to: 1 },
  { piece: 5, from: 0, to: 1 },
  { piece: 6, from: 0, to: 1 },
  { piece: 7, from: 0, to: 0.5 },
];

export const ends: { start: Station; end: Station } = {
  start: { piece: 1, share: 0.5 },
  end: { piece: 7, share: 0.5 },
};

export const lowerRing: Ring = {
  base: 100,
  offset: 5,
  rows: 22,
  rowPitch: 1.25,
  sections: [2, 3, 3, 1, 3, 3, 2],
};

export const upperRing: Ring = {
  base: 200,
  offset: 38,
  rows: 27,
  rowPitch: 1.3,
  sections: [3, 3, 6, 1, 6, 3, 3],
};

/** The sections of a ring, numbered clockwise from the right of the stage. */
export function arenaSections(ring: Ring): Section[] {
  return sectionsOf(ring, horseshoe);
}
