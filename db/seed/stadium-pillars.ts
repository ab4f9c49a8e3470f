import type { PlanShape } from '../schema/venues';
import { type Point, rounded } from './hall';
import { distanceOf, walk } from './oval';
import type { Ring, Section } from './rings';
import { grass, stadiumSections } from './stadium-geometry';

/** They carry the upper stand: in the stairways of the middle one, this many rows before its last. */
const rowsBehind = 6;
const seatsAside = 2;
const halfWidth = 0.55;

/** Every other stairway has one; sections are walked clockwise. */
function pillarBefore(section: number): boolean {
  return section % 2 === 1;
}

/** Whether a pillar stands between a seat and the field. */
export function behindPillar(
  { number }: Section,
  ring: Ring,
  row: number,
  seat: number,
  seatsInRow: number,
): boolean {
  if (row < ring.rows - rowsBehind) return false;
  const fromStart = pillarBefore(number) ? seat : seatsInRow - 1 - seat;
  return fromStart < seatsAside;
}

export function pillarsOf(ring: Ring): PlanShape[] {
  const offset = ring.offset + (ring.rows - rowsBehind - 1) * ring.rowPitch;
  return stadiumSections(ring)
    .filter(({ number }) => pillarBefore(number))
    .map(({ from }) => {
      const { at, outward } = walk(grass, offset, distanceOf(grass, offset, from));
      const corner = (along: number, out: number): Point =>
        rounded([
          at[0] - outward[1] * along + outward[0] * out,
          at[1] + outward[0] * along + outward[1] * out,
        ]);
      const points = [
        corner(-halfWidth, -halfWidth),
        corner(halfWidth, -halfWidth),
        corner(halfWidth, halfWidth),
        corner(-halfWidth, halfWidth),
      ];
      return { kind: 'wall', floor: 0, points: [...points, points[0]!] };
    });
}
