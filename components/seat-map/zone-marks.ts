import type { Chart } from './chart';
import type { MapZone } from './map-zone';
import { type PlanPoint, polygonBox, polygonMiddle, type VenuePlan } from './plan';
import { nearestSeat } from './seat-grid';

const nearUnits = 2;

/** Where a zone's name is written on the plan, in seat units. */
export type ZoneMark = {
  zoneId: number;
  at: PlanPoint;
  /** Whether the name lies over seats, and so needs a plate. */
  overSeats: boolean;
  /** [left, top, right, bottom] of the zone's seats, or of its outline about the name. */
  box: readonly [number, number, number, number];
  /** The zone's own seats. */
  seats: readonly number[];
};

/** Finds the place of each zone's name: the plan's, else the outline's middle, else amid its seats. */
export function zoneMarks(chart: Chart, plan: VenuePlan, zones: readonly MapZone[]): ZoneMark[] {
  const marks: ZoneMark[] = [];
  const seatsOf = seatsByZone(chart);
  for (const zone of zones) {
    const seats = seatsOf.get(zone.id) ?? [];
    const { outline } = zone;
    if (!outline && seats.length === 0) continue;
    const shape = plan.shapes.find((s) => s.kind === 'label' && s.zone === zone.name);
    const given = shape?.kind === 'label' ? shape.at : undefined;
    const at = given ?? (outline ? polygonMiddle(outline) : amid(chart, seats));
    const overSeats = nearestSeat(chart.grid, chart, ...at, nearUnits) >= 0;
    const box = outline ? within(polygonBox(outline), outline, at) : seatsBox(chart, seats);
    marks.push({ zoneId: zone.id, at, overSeats, seats, box });
  }
  return marks;
}

/** The box no higher than the outline is where the name stands: a curved strip is flatter than its box. */
function within(
  [left, top, right, bottom]: ZoneMark['box'],
  outline: readonly PlanPoint[],
  [x, y]: PlanPoint,
): ZoneMark['box'] {
  let [above, below] = [top, bottom];
  outline.forEach(([x1, y1], n) => {
    const [x2, y2] = outline[(n + 1) % outline.length]!;
    if (x1 === x2 || Math.min(x1, x2) > x || Math.max(x1, x2) < x) return;
    const crossing = y1 + ((x - x1) / (x2 - x1)) * (y2 - y1);
    if (crossing <= y) above = Math.max(above, crossing);
    else below = Math.min(below, crossing);
  });
  return [left, above, right, below];
}

function seatsByZone(chart: Chart): Map<number, number[]> {
  const seats = chart.zoneIds.map((): number[] => []);
  chart.zoneOf.forEach((zone, seat) => {
    seats[zone]!.push(seat);
  });
  return new Map(chart.zoneIds.map((id, zone) => [id, seats[zone]!]));
}

function seatsBox({ x, y }: Chart, seats: readonly number[]): ZoneMark['box'] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const seat of seats) {
    left = Math.min(left, x[seat]!);
    top = Math.min(top, y[seat]!);
    right = Math.max(right, x[seat]!);
    bottom = Math.max(bottom, y[seat]!);
  }
  return [left, top, right, bottom];
}

/** The seat nearest to the mean of all: inside even when the zone is a ring or two wings. */
function amid({ x, y }: Chart, seats: readonly number[]): PlanPoint {
  let [sumX, sumY] = [0, 0];
  for (const seat of seats) {
    sumX += x[seat]!;
    sumY += y[seat]!;
  }
  const [atX, atY] = [sumX / seats.length, sumY / seats.length];
  let best: PlanPoint = [atX, atY];
  let nearest = Infinity;
  for (const seat of seats) {
    const square = (x[seat]! - atX) ** 2 + (y[seat]! - atY) ** 2;
    if (square < nearest) [nearest, best] = [square, [x[seat]!, y[seat]!]];
  }
  return best;
}
