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
  for (const zone of zones) {
    const seats = seatsOfZone(chart, zone.id);
    const points = zone.outline ?? seats.map((i): PlanPoint => [chart.x[i]!, chart.y[i]!]);
    if (points.length === 0) continue;
    const shape = plan.shapes.find((s) => s.kind === 'label' && s.zone === zone.name);
    const given = shape?.kind === 'label' ? shape.at : undefined;
    const at = given ?? (zone.outline ? polygonMiddle(zone.outline) : amid(points));
    const overSeats = nearestSeat(chart.grid, chart, ...at, nearUnits) >= 0;
    const box = polygonBox(points);
    marks.push({
      zoneId: zone.id,
      at,
      overSeats,
      seats,
      box: zone.outline ? within(box, points, at) : box,
    });
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

function seatsOfZone(chart: Chart, zoneId: number): number[] {
  const zone = chart.zoneIds.indexOf(zoneId);
  const seats: number[] = [];
  for (const row of chart.rows) if (row.zone === zone) seats.push(...row.seats);
  return seats;
}

/** The point nearest to the mean of all: inside even when the zone is a ring or two wings. */
function amid(points: readonly PlanPoint[]): PlanPoint {
  let [x, y] = [0, 0];
  for (const point of points) {
    x += point[0] / points.length;
    y += point[1] / points.length;
  }
  let best = points[0]!;
  for (const point of points) {
    if (Math.hypot(point[0] - x, point[1] - y) < Math.hypot(best[0] - x, best[1] - y)) best = point;
  }
  return best;
}
