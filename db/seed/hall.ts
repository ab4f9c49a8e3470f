import type { PlanShape, VenuePlan } from '../schema/venues';

export type Point = [number, number];

/** A seat as drawn: position in seat units, y growing away from the stage. */
export type HallSeat = {
  row: string;
  label: string;
  x: number;
  y: number;
  accessible: boolean;
  companion: boolean;
  /** Behind a pillar or a rail: the buyer is told before choosing. */
  restricted: boolean;
  /** Kept off sale by the house: sound desk, cameras, house seats. */
  blocked: boolean;
};

export type HallZone = {
  name: string;
  kind: 'numbered' | 'general';
  capacity: number;
  /** Of one unit, in the tenant's minor unit. */
  priceMinor: number;
  tier: number;
  /** Index into the plan's floors. */
  floor: number;
  outline: Point[] | null;
  /** How much better than the house the zone sells; 1 where it is not said. */
  demand?: number;
  seats: HallSeat[];
};

export type Hall = { plan: VenuePlan; zones: HallZone[] };

const marginUnits = 2;

/** To two decimals: less than the line width of a seat, and short in the geometry's JSON. */
export function rounded([x, y]: Point): Point {
  return [Math.round(x * 100) / 100, Math.round(y * 100) / 100];
}

/** Puts zones and shapes together under bounds that hold all of them, with a margin. */
export function hallOf(
  zones: HallZone[],
  shapes: PlanShape[],
  view: Pick<VenuePlan, 'focus' | 'floors'>,
): Hall {
  const points: Point[] = [
    ...zones.flatMap((zone) => zone.seats.map(({ x, y }): Point => [x, y])),
    ...zones.flatMap((zone) => zone.outline ?? []),
    ...shapes.flatMap((shape) => (shape.kind === 'label' ? [shape.at] : shape.points)),
  ];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  const bounds: VenuePlan['bounds'] = [
    Math.floor(left - marginUnits),
    Math.floor(top - marginUnits),
    Math.ceil(right + marginUnits),
    Math.ceil(bottom + marginUnits),
  ];
  return { plan: { bounds, shapes, ...view }, zones };
}
