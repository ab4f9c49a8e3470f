import { type Point, rounded } from './hall';

/**
 * A rounded rectangle around the origin and its offset curves: how an arena's rows lie. It is walked
 * clockwise from the middle of its top side; y grows downwards.
 */
export type Oval = { halfWidth: number; halfLength: number; corner: number };

type Piece = { length: number; turn: number };

const quarter = Math.PI / 2;

/** Straight and turning pieces of the curve at `offset`, in walking order. */
function pieces({ halfWidth, halfLength, corner }: Oval, offset: number): Piece[] {
  const [flat, side] = [halfWidth - corner, halfLength - corner];
  const bend = { length: quarter * (corner + offset), turn: quarter };
  return [
    { length: flat, turn: 0 },
    bend,
    { length: side * 2, turn: 0 },
    bend,
    { length: flat * 2, turn: 0 },
    bend,
    { length: side * 2, turn: 0 },
    bend,
    { length: flat, turn: 0 },
  ];
}

/** A place on every offset curve at once: the piece, and how far through it (0 to 1). */
export type Station = { piece: number; share: number };

/** How far along the curve at `offset` a station lies. */
export function distanceOf(oval: Oval, offset: number, { piece, share }: Station): number {
  const all = pieces(oval, offset);
  const before = all.slice(0, piece).reduce((sum, { length }) => sum + length, 0);
  return before + all[piece]!.length * share;
}

/** The point `distance` along the curve at `offset`, and the direction that faces outward there. */
export function walk(oval: Oval, offset: number, distance: number): { at: Point; outward: Point } {
  let [x, y, heading] = [0, -(oval.halfLength + offset), 0];
  let left = distance;
  for (const { length, turn } of pieces(oval, offset)) {
    const step = Math.min(left, length);
    if (turn === 0) {
      x += Math.cos(heading) * step;
      y += Math.sin(heading) * step;
    } else {
      const radius = length / turn;
      const next = heading + step / radius;
      x += radius * (Math.sin(next) - Math.sin(heading));
      y += radius * (Math.cos(heading) - Math.cos(next));
      heading = next;
    }
    left -= step;
    if (left <= 0) break;
  }
  return { at: [x, y], outward: [Math.sin(heading), -Math.cos(heading)] };
}

/** The curve at `offset` between two stations as a line, for outlines and walls. */
export function ovalLine(
  oval: Oval,
  offset: number,
  from: Station,
  to: Station,
  steps: number,
): Point[] {
  const [a, b] = [distanceOf(oval, offset, from), distanceOf(oval, offset, to)];
  return Array.from({ length: steps + 1 }, (_, i) =>
    rounded(walk(oval, offset, a + ((b - a) * i) / steps).at),
  );
}
