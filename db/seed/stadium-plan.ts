import type { PlanShape } from '../schema/venues';
import { type Point, rounded } from './hall';
import { distanceOf, ovalLine, type Station, walk } from './oval';
import { lastOffset, type Ring, type Section } from './rings';
import { boxFloor, boxShapes } from './stadium-boxes';
import {
  boxDepth,
  grass,
  lowerRing,
  middleRing,
  rings,
  stadiumSections,
  upperRing,
} from './stadium-geometry';
import { pillarsOf } from './stadium-pillars';
import { pitch } from './stadium-pitch';
import { terraceLabels } from './stadium-terraces';

const start: Station = { piece: 0, share: 0 };
const end: Station = { piece: 8, share: 1 };

function around(offset: number): Point[] {
  const line = ovalLine(grass, offset, start, end, 160);
  return [...line.slice(0, -1), line[0]!];
}

function house(): PlanShape {
  return { kind: 'wall', points: around(lastOffset(upperRing) + 5) };
}

/** The front of a stand, between it and the one below. */
function front(below: Ring, above: Ring): PlanShape {
  return { kind: 'wall', floor: 0, points: around((lastOffset(below) + above.offset) / 2) };
}

function sectionLabel(ring: Ring, { number, from, to }: Section): PlanShape {
  const middle = (ring.offset + lastOffset(ring)) / 2;
  const distance = (distanceOf(grass, middle, from) + distanceOf(grass, middle, to)) / 2;
  const text = String(number);
  const at = rounded(walk(grass, middle, distance).at);
  return { kind: 'label', floor: 0, at, text, zone: text };
}

/** The bowl, the field, the boxes on their floor and the anchors of every zone's name. */
export function stadiumShapes(): PlanShape[] {
  return [
    house(),
    front(middleRing, upperRing),
    front(lowerRing, middleRing),
    ...pillarsOf(middleRing),
    { kind: 'wall', floor: boxFloor, points: around(boxDepth.to + 2.5) },
    { kind: 'wall', floor: boxFloor, points: around(boxDepth.from - 2.5) },
    ...boxShapes(),
    { kind: 'wall', points: around(lowerRing.offset - 3) },
    ...pitch(),
    ...terraceLabels(),
    ...rings.flatMap((ring) => stadiumSections(ring).map((section) => sectionLabel(ring, section))),
  ];
}
