import type { Camera } from './camera';
import type { Chart } from './chart';
import type { MapZone } from './map-zone';
import { insidePolygon, type PlanPoint } from './plan';
import { nearestSeat } from './seat-grid';

const mouseReachUnits = 0.55;
const fingerReachPx = 22;
const zoneReachUnits = 1.6;

/**
 * The pitch from which a seat can be chosen; under it, a tap brings the place nearer first. A
 * finger needs 24 px (WCAG 2.5.8); a mouse sees by ring and plate what it is about to choose.
 */
export const chooseFromPx = { touch: 24, mouse: 8 } as const;
export const nearerPx = { touch: 34, mouse: 28 } as const;
export const keyboardFromPx = 22;

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
