import type { PlanShape } from '../schema/venues';
import { arenaSections, ends, floor, lowerRing, upperRing } from './arena-geometry';
import { type Point, rounded } from './hall';
import { distanceOf, ovalLine, walk } from './oval';
import { lastOffset, type Ring, type Section } from './rings';

const runway = { half: 3, end: -26 };
const front = -52;

/** Where singers stand when they do not walk: the middle of the stage's near edge. */
export const stageFront: Point = [0, front];

function closed(points: Point[]): Point[] {
  return [...points, points[0]!];
}

/** Where 5,000 people stand: the floor below the stage, around its runway. */
export function floorOutline(): Point[] {
  const inset = -1.5;
  const start = { piece: 2, share: 0 };
  const end = { piece: 6, share: 1 };
  const { half } = runway;
  return [
    [half + 1.5, front + 2],
    [floor.halfWidth + inset - 5, front + 2],
    ...ovalLine(floor, inset, start, end, 48),
    [-(floor.halfWidth + inset - 5), front + 2],
    [-half - 1.5, front + 2],
    [-half - 1.5, runway.end + 1.5],
    [half + 1.5, runway.end + 1.5],
  ];
}

function rectangle(left: number, top: number, right: number, bottom: number): Point[] {
  return closed([
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ]);
}

/** The runway is a shape of its own, so that the stage's name stands amid the stage. */
function stage(): PlanShape[] {
  const { half, end } = runway;
  return [
    {
      kind: 'stage',
      points: rectangle(-25, -80, 25, front),
      label: { es: 'Escenario', en: 'Stage' },
    },
    { kind: 'stage', points: rectangle(-half, front, half, end) },
  ];
}

function ringWall(offset: number): PlanShape {
  return { kind: 'wall', points: ovalLine(floor, offset, ends.start, ends.end, 120) };
}

function house(): PlanShape {
  const line = ovalLine(floor, lastOffset(upperRing) + 4, ends.start, ends.end, 120);
  return { kind: 'wall', points: closed(line) };
}

/** Raised from the floor, and so drawn over it. */
function soundDesk(): PlanShape {
  return {
    kind: 'pitch',
    points: rectangle(-8, 24, 8, 32),
    label: { es: 'Control', en: 'Sound desk' },
  };
}

function sectionLabel(ring: Ring, { number, from, to }: Section): PlanShape {
  const middle = (ring.offset + lastOffset(ring)) / 2;
  const distance = (distanceOf(floor, middle, from) + distanceOf(floor, middle, to)) / 2;
  const text = String(number);
  return { kind: 'label', at: rounded(walk(floor, middle, distance).at), text, zone: text };
}

/** Floor, stage, walls and the anchors of the sections' names. */
export function arenaShapes(): PlanShape[] {
  const whole = ovalLine(floor, 0, { piece: 0, share: 0 }, { piece: 8, share: 1 }, 96);
  return [
    house(),
    { kind: 'pitch', points: whole },
    ringWall(lowerRing.offset - 2.5),
    ringWall((lastOffset(lowerRing) + upperRing.offset) / 2),
    ...stage(),
    soundDesk(),
    { kind: 'label', at: [0, 4], text: 'Pista', zone: 'Pista' },
    ...[lowerRing, upperRing].flatMap((ring) =>
      arenaSections(ring).map((section) => sectionLabel(ring, section)),
    ),
  ];
}
