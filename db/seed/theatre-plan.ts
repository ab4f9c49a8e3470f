import type { PlanShape } from '../schema/venues';
import { arcLine, pointOnArc } from './arc';
import { type Point, rounded } from './hall';
import {
  balconyFront,
  balconyRadius,
  balconyRows,
  boxesASide,
  boxFrame,
  centre,
  rowPitch,
  stallsRadius,
  standing,
} from './theatre-geometry';

const stageHalf = 13;
const apronRadius = stallsRadius - 3;

/** The middle of the apron, where the actors come forward. */
export const apron: Point = pointOnArc(centre, apronRadius, 0);

function closed(points: Point[]): Point[] {
  return [...points, points[0]!];
}

function stage(): PlanShape {
  return {
    kind: 'stage',
    points: closed([
      [-10.5, -8],
      [10.5, -8],
      ...arcLine(centre, apronRadius, stageHalf, -stageHalf),
    ]),
    label: { es: 'Escenario', en: 'Stage' },
  };
}

/** The hall itself: from the proscenium along the boxes, round the back of the balcony. */
function walls(): PlanShape {
  const rear = balconyRadius + balconyRows * rowPitch + 0.6;
  const back = arcLine(centre, rear, 20, -20);
  const corner = back[0]!;
  return {
    kind: 'wall',
    points: closed([
      [-14.5, -8],
      [14.5, -8],
      [18.6, 6],
      [corner[0] + 1, 33],
      ...back,
      [-corner[0] - 1, 33],
      [-18.6, 6],
    ]),
  };
}

function balconyRail(): PlanShape {
  return { kind: 'wall', points: arcLine(centre, balconyFront, -17, 17) };
}

function box(side: -1 | 1, number: number): PlanShape {
  const at = boxFrame(side, number);
  return {
    kind: 'wall',
    points: closed([at(-0.75, -0.8), at(2.85, -0.8), at(2.85, 2), at(-0.75, 2)].map(rounded)),
  };
}

function label(text: string, at: Point): PlanShape {
  return { kind: 'label', at: rounded(at), text, zone: text };
}

/** Stage, walls, boxes and the anchors of the zones' names. */
export function theatreShapes(): PlanShape[] {
  const numbers = Array.from({ length: boxesASide }, (_, i) => i + 1);
  return [
    walls(),
    stage(),
    balconyRail(),
    ...numbers.flatMap((number) => [box(-1, number), box(1, number)]),
    label('Platea preferente', pointOnArc(centre, stallsRadius + 3.5 * rowPitch, 0)),
    label('Platea', pointOnArc(centre, stallsRadius + 13.5 * rowPitch, 0)),
    label('Palcos izquierda', boxFrame(-1, 3.5)(1, 0.6)),
    label('Palcos derecha', boxFrame(1, 3.5)(1, 0.6)),
    label('Anfiteatro', pointOnArc(centre, balconyRadius + 2.5 * rowPitch, 0)),
    label('De pie', pointOnArc(centre, (standing.from + standing.to) / 2, 0)),
  ];
}
