import type { PlanShape } from '../schema/venues';
import { type Point, rounded } from './hall';
import { ovalLine } from './oval';
import { field, grass } from './stadium-geometry';

/** Of the laws of the game, in seat units of half a metre. */
const circle = 18.3;
const penaltyArea = { depth: 33, half: 40.3 };
const goalArea = { depth: 11, half: 18.3 };
const goal = { depth: 4, half: 7.3 };
const penaltySpot = 22;

function lined(points: Point[]): PlanShape {
  const line = points.map(rounded);
  return { kind: 'pitch', points: [...line, line[0]!] };
}

function rectangle(x0: number, y0: number, x1: number, y1: number): PlanShape {
  return lined([
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ]);
}

/** A part of a circle, closed by its chord. Angles in radians, 0 to the right. */
function segment(centreX: number, from: number, to: number): PlanShape {
  const steps = 24;
  return lined(
    Array.from({ length: steps + 1 }, (_, i) => {
      const angle = from + ((to - from) * i) / steps;
      return [centreX + circle * Math.cos(angle), circle * Math.sin(angle)];
    }),
  );
}

/** What is drawn before one goal; `end` is -1 to the left, 1 to the right. */
function goalEnd(end: -1 | 1): PlanShape[] {
  const line = field.halfWidth * end;
  const before = (depth: number) => line - depth * end;
  const reach = Math.acos((penaltyArea.depth - penaltySpot) / circle);
  const middle = end === 1 ? Math.PI : 0;
  return [
    segment(before(penaltySpot), middle - reach, middle + reach),
    rectangle(line, -penaltyArea.half, before(penaltyArea.depth), penaltyArea.half),
    rectangle(line, -goalArea.half, before(goalArea.depth), goalArea.half),
    rectangle(line, -goal.half, line + goal.depth * end, goal.half),
  ];
}

/** The grass and its lines. Areas that touch make the lines between them. */
export function pitch(): PlanShape[] {
  const { halfWidth, halfHeight } = field;
  const whole = ovalLine(grass, 0, { piece: 0, share: 0 }, { piece: 8, share: 1 }, 120);
  return [
    { kind: 'pitch', points: whole },
    rectangle(-halfWidth, -halfHeight, 0, halfHeight),
    rectangle(0, -halfHeight, halfWidth, halfHeight),
    segment(0, Math.PI / 2, (Math.PI * 3) / 2),
    segment(0, -Math.PI / 2, Math.PI / 2),
    ...goalEnd(-1),
    ...goalEnd(1),
  ];
}
