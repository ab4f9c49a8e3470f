import type { Chart } from './chart';
import type { MapZone } from './map-zone';
import type { VenuePlan } from './plan';
import { buildGrid } from './seat-grid';

/** The floor that each of a chart's zones is on. */
export function floorsOfZones(chart: Chart, zones: readonly MapZone[]): number[] {
  const floors = new Map(zones.map(({ id, floor }) => [id, floor]));
  return chart.zoneIds.map((id) => floors.get(id) ?? 0);
}

/** The chart as one floor shows it: the same seats and indices, and only its own to be found. */
export function chartOfFloor(chart: Chart, floorOfZone: readonly number[], floor: number): Chart {
  if (floorOfZone.every((one) => one === floor)) return chart;
  const all = Int32Array.from(chart.x, (_, seat) => seat);
  const seats = all.filter((seat) => floorOfZone[chart.zoneOf[seat]!] === floor);
  return { ...chart, grid: buildGrid(chart.x, chart.y, seats) };
}

/** The plan with what is on one floor, or on all. */
export function planOfFloor(plan: VenuePlan, floor: number): VenuePlan {
  const shapes = plan.shapes.filter((shape) => shape.floor === undefined || shape.floor === floor);
  return shapes.length === plan.shapes.length ? plan : { ...plan, shapes };
}
