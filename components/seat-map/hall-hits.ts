import type { Camera } from './camera';
import type { Chart } from './chart';
import type { MapZone } from './map-zone';
import { insidePolygon, type PlanPoint } from './plan';
import { eachRun, nearestSeat } from './seat-grid';
import { centreOn, type Size, type View, visibleBox } from './viewport';

const mouseReachUnits = 0.55;
const fingerReachPx = 22;
const zoneReachUnits = 1.6;

/**
 * The pitch from which a seat can be chosen; under it, a tap brings the place nearer first. A
 * finger needs 24 px (WCAG 2.5.8); a mouse sees by ring and plate what it is about to choose.
 */
export const chooseFromPx = { touch: 24, mouse: 8 } as const;
export const nearerPx = { touch: 34, mouse: 28 } as const;

/** What lies under a point of the window, in CSS pixels. */
export class HallHits {
  constructor(
    private readonly chart: Chart,
    public zones: readonly MapZone[],
    private readonly camera: Camera,
  ) {}

  toPlan(x: number, y: number): PlanPoint {
    const { view } = this.camera;
    return [(x - view.x) / view.scale, (y - view.y) / view.scale];
  }

  /** The seat at a point, or -1. A finger reaches a little further than a mouse. */
  seatAt(x: number, y: number, touch: boolean): number {
    const finger = Math.min(Math.max(0.6, fingerReachPx / this.camera.view.scale), 0.9);
    const reach = touch ? finger : mouseReachUnits;
    return nearestSeat(this.chart.grid, this.chart, ...this.toPlan(x, y), reach);
  }

  /** The general zone at a point. */
  generalZoneAt(x: number, y: number): number | undefined {
    const [planX, planY] = this.toPlan(x, y);
    return this.zones.find((z) => z.outline && insidePolygon(z.outline, planX, planY))?.id;
  }

  /** The zone at a point: a general one, or that of a seat not far from it. */
  zoneAt(x: number, y: number): number | undefined {
    const { chart } = this;
    const general = this.generalZoneAt(x, y);
    if (general !== undefined) return general;
    const seat = nearestSeat(chart.grid, chart, ...this.toPlan(x, y), zoneReachUnits);
    return seat < 0 ? undefined : chart.zoneIds[chart.zoneOf[seat]!];
  }
}

/** The view where it shows a seat; else, as large, the seat that is nearest to what it shows. */
export function withSeats({ grid, x, y }: Chart, view: View, size: Size): View {
  const box = visibleBox(view, size);
  const [left, top, right, bottom] = box;
  let shows = false;
  eachRun(grid, box, (from, to) => {
    for (let k = from; k < to && !shows; k++) {
      const [atX, atY] = [x[grid.seats[k]!]!, y[grid.seats[k]!]!];
      shows = atX > left && atX < right && atY > top && atY < bottom;
    }
  });
  if (shows) return view;
  const seat = nearestSeat(grid, { x, y }, (left + right) / 2, (top + bottom) / 2, Infinity);
  return seat < 0 ? view : centreOn(x[seat]!, y[seat]!, view.scale, size);
}
