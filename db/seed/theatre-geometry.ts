import type { Point } from './hall';

/** Where the rows' circles have their middle: far behind the stage, so that they curve gently. */
export const centre: Point = [0, -16];
export const stallsRadius = 24;
export const rowPitch = 1.3;
export const stallsRows = 18;
export const frontRows = 8;
export const crossAisle = 1.5;
export const standing = { from: 49.6, to: 53, half: 11 };
export const balconyFront = 55;
export const balconyRadius = 57;
export const balconyRows = 6;
export const boxesASide = 6;

/** One box: two columns of three along the side wall, turned with it. `side` is -1 left, 1 right. */
export function boxFrame(side: -1 | 1, box: number): (along: number, outward: number) => Point {
  const lean = Math.atan2(3.6, 22);
  const [ux, uy] = [Math.sin(lean) * side, Math.cos(lean)];
  const [nx, ny] = [Math.cos(lean) * side, -Math.sin(lean)];
  const start: Point = [14.2 * side + ux * 4 * (box - 1), 8.4 + uy * 4 * (box - 1)];
  return (along, outward) => [
    start[0] + ux * along + nx * outward,
    start[1] + uy * along + ny * outward,
  ];
}
