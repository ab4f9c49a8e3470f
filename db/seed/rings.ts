import type { Station } from './oval';

/** Rows of seats around a floor, one behind the other. */
export type Ring = {
  /** 100 for the sections 101, 102, …; 200 for those of the ring above. */
  base: number;
  /** Distance of the first row from the edge of the floor. */
  offset: number;
  rows: number;
  rowPitch: number;
  /** Sections of each stretch, in walking order. */
  sections: number[];
};

/** A piece of the floor's edge, or a part of it, that has seats. */
export type Stretch = { piece: number; from: number; to: number };

export type Section = { number: number; piece: number; from: Station; to: Station };

/** How far a ring's last row lies from the edge of the floor. */
export function lastOffset({ offset, rows, rowPitch }: Ring): number {
  return offset + (rows - 1) * rowPitch;
}

/** The sections of a ring over its stretches, numbered in walking order: clockwise. */
export function sectionsOf(ring: Ring, stretches: readonly Stretch[]): Section[] {
  let number = ring.base;
  return stretches.flatMap(({ piece, from, to }, i) => {
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

/** A, B, …, Z, AA: the name of a row, from 0. */
export function letters(row: number): string {
  return row < 26 ? String.fromCharCode(65 + row) : `A${letters(row - 26)}`;
}
