import type { Camera } from './camera';
import type { Chart } from './chart';
import type { MapZone } from './map-zone';
import { insidePolygon, type PlanPoint } from './plan';
import { nearestSeat } from './seat-grid';

const mouseReachUnits = 0.55;
const fingerReachPx = 22;
const zoneReachUnits = 1.6;

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
