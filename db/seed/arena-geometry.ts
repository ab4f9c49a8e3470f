import type { Oval, Station } from './oval';

/** The floor, in seat units: about 40 by 65 metres. The stage closes its upper end. */
export const floor: Oval = { halfWidth: 38, halfLength: 60, corner: 26 };

export type Ring = {
  /** 100 for the sections 101, 102, …; 200 for the upper ones. */
  base: number;
  /** Distance of the first row from the edge of the floor. */
  offset: number;
  rows: number;
  rowPitch: number;
  /** Sections of each piece of the horseshoe, walked clockwise from the right of the stage. */
  sections: number[];
};

/** The pieces that have seats: half of the two corners beside the stage, and all between. */
const horseshoe: { piece: number; from: number; to: number }[] = [
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

/** How far a ring's last row lies from the edge of the floor. */
export function lastOffset({ offset, rows, rowPitch }: Ring): number {
  return offset + (rows - 1) * rowPitch;
}

export type Section = { number: number; piece: number; from: Station; to: Station };

/** The sections of a ring, numbered clockwise from the right of the stage. */
export function sectionsOf(ring: Ring): Section[] {
  let number = ring.base;
  return horseshoe.flatMap(({ piece, from, to }, i) => {
    const count = ring.sections[i]!;
    const share = (step: number) => from + ((to - from) * step) / count;
    return Array.from({ length: count }, (_, step) => {
      number += 1;
      return {
        number,
        piece,
        from: { piece, share: share(step) },
        to: { piece, share: share(step + 1) },
      };
    });
  });
}
