import type { PlanShape } from '../schema/venues';
import { type HallSeat, type HallZone, type Point, rounded } from './hall';
import { distanceOf, walk } from './oval';
import { boxDepth, grass, sides } from './stadium-geometry';

export const boxFloor = 1;

/** A hospitality box: chairs in three rows behind its window, a lounge behind them. */
const box = { width: 6.4, columns: 4, rows: 3, chair: 1.15, rowPitch: 1.5, wall: 0.9 };

const stands: { side: keyof typeof sides; name: string }[] = [
  { side: 'west', name: 'Palcos Occidente' },
  { side: 'north', name: 'Palcos Norte' },
  { side: 'east', name: 'Palcos Oriente' },
  { side: 'south', name: 'Palcos Sur' },
];

/** Behind the chairs, where a box's guests eat and its stand's name is written. */
const lounge = 7;

type Frame = (along: number, outward: number) => Point;

/** Boxes side by side along a straight stand, each by the middle of its window. */
function framesOf(side: keyof typeof sides): Frame[] {
  const offset = boxDepth.from;
  const [first, last] = sides[side];
  const whole = distanceOf(grass, offset, { piece: 8, share: 1 });
  const from = distanceOf(grass, offset, { piece: first, share: 0 });
  const to = distanceOf(grass, offset, { piece: last, share: 1 });
  // The stand above the field goes over the place where the walk begins.
  const length = (to - from + whole) % whole;
  const count = Math.floor(length / box.width);
  return Array.from({ length: count }, (_, i) => {
    const middle = length / 2 + (i - (count - 1) / 2) * box.width;
    const { at, outward } = walk(grass, offset, (from + middle) % whole);
    return (along, out) =>
      rounded([
        at[0] - outward[1] * along + outward[0] * out,
        at[1] + outward[0] * along + outward[1] * out,
      ]);
  });
}

function chairs(frame: Frame, number: number): HallSeat[] {
  const { columns, rows, chair, rowPitch } = box;
  return Array.from({ length: columns * rows }, (_, i) => ({
    row: String(number),
    label: String(i + 1),
    ...position(
      frame(((i % columns) - (columns - 1) / 2) * chair, Math.floor(i / columns) * rowPitch),
    ),
    accessible: false,
    companion: false,
    restricted: false,
    blocked: false,
  }));
}

function position([x, y]: Point): { x: number; y: number } {
  return { x, y };
}

/** The boxes of each stand, one zone a stand; a box is what the other halls call a row. */
export function boxZones(): HallZone[] {
  return stands.map(({ side, name }) => {
    const seats = framesOf(side).flatMap((frame, i) => chairs(frame, i + 1));
    return {
      name,
      kind: 'numbered',
      capacity: seats.length,
      priceMinor: 189_000,
      tier: 0,
      floor: boxFloor,
      outline: null,
      seats,
    };
  });
}

/** The walls between the boxes, and where each stand's name is written. */
export function boxShapes(): PlanShape[] {
  const half = box.width / 2;
  return stands.flatMap(({ side, name }): PlanShape[] => {
    const frames = framesOf(side);
    const walls = frames.map((at): PlanShape => {
      const [near, far] = [-box.wall, boxDepth.to - boxDepth.from];
      const corners = [at(-half, near), at(half, near), at(half, far), at(-half, far)];
      return { kind: 'wall', floor: boxFloor, points: [...corners, corners[0]!] };
    });
    const middle = (frames.length - 1) / 2;
    const [a, b] = [frames[Math.floor(middle)]!(0, lounge), frames[Math.ceil(middle)]!(0, lounge)];
    const at = rounded([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]);
    return [...walls, { kind: 'label', floor: boxFloor, at, text: name, zone: name }];
  });
}
