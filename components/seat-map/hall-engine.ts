import { anchorTo } from './anchor';
import { Camera } from './camera';
import type { Chart } from './chart';
import { listenToGestures, type Tap } from './gestures';
import { chooseFromPx, MapRenderer, type Scene } from './map-renderer';
import type { Palette } from './palette';
import { insidePolygon, type PlanPoint } from './plan';
import { boxOf, nearestSeat } from './seat-grid';
import type { SeatStore } from './seat-store';
import { centreOn, reveal, type View } from './viewport';

/** What the buyer looks at: a seat, or a zone where seats are too small to be told apart. */
export type Spot =
  /** `held`: by keyboard or finger, so that it stays until let go. */
  { kind: 'seat'; seat: number; held: boolean } | { kind: 'zone'; zoneId: number; at: PlanPoint };

export type HallListener = {
  spot: (spot: Spot | null) => void;
  /** Whether the whole hall is in the window. */
  whole: (whole: boolean) => void;
  toggle: (seat: number) => void;
  places: (zoneId: number) => void;
};

/** A finger needs 24 px (WCAG 2.5.8); under that, a tap brings the place nearer first. */
const fingerFromPx = 24;
const nearerPx = { touch: 34, mouse: 28 } as const;
const keyboardFromPx = 22;
const zoneReachUnits = 1.6;

/** The map apart from React: one canvas, its camera, its painter, and what pointers mean on it. */
export class HallEngine {
  readonly camera: Camera;
  private readonly renderer: MapRenderer;
  private readonly ends: (() => void)[] = [];
  private spot: Spot | null = null;
  private pointer: { x: number; y: number } | null = null;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    /** Hung on the spot, whatever the plan does. */
    private readonly anchor: HTMLElement,
    private readonly chart: Chart,
    store: SeatStore,
    private scene: Scene,
    palette: Palette,
    private readonly listener: HallListener,
  ) {
    const [left, top, right, bottom] = scene.plan.bounds;
    const seats = chart.size > 0 ? boxOf(chart.x, chart.y) : scene.plan.bounds;
    const box = [
      Math.min(left, seats[0] - 1),
      Math.min(top, seats[1] - 1),
      Math.max(right, seats[2] + 1),
      Math.max(bottom, seats[3] + 1),
    ] as const;
    const calm = matchMedia('(prefers-reduced-motion: reduce)');
    this.renderer = new MapRenderer(canvas, chart, store, scene, palette);
    this.camera = new Camera(
      box,
      () => calm.matches,
      (view, moving) => this.moved(view, moving),
    );
    this.ends.push(
      store.subscribe((changed) => this.renderer.seatsChanged(changed)),
      listenToGestures(canvas, this.camera, {
        tap: (tap) => this.tap(tap),
        hover: (point) => this.hover(point),
      }),
    );
  }

  resize(width: number, height: number): void {
    this.camera.resize({ width, height });
  }

  setScene(scene: Scene): void {
    this.scene = scene;
    this.renderer.setScene(scene);
  }

  setPalette(palette: Palette): void {
    this.renderer.setPalette(palette);
  }

  repaint(): void {
    this.renderer.invalidate();
  }

  /** Looks at a seat by keyboard: brings it into the window, large enough to be seen. */
  look(seat: number): void {
    const { camera, chart } = this;
    const [x, y] = [chart.x[seat]!, chart.y[seat]!];
    const small = camera.view.scale < keyboardFromPx;
    camera.glideTo(
      small
        ? centreOn(x, y, keyboardFromPx + 6, camera.size)
        : reveal(camera.view, x, y, camera.size, 96),
    );
    this.setSpot({ kind: 'seat', seat, held: true });
  }

  lookAway(): void {
    this.setSpot(null);
  }

  stop(): void {
    for (const end of this.ends) end();
    this.camera.stop();
    this.renderer.stop();
  }

  private moved(view: View, moving: boolean): void {
    this.renderer.setView(view, this.camera.size, moving);
    this.listener.whole(this.camera.atFit);
    this.hang();
    if (!moving && this.pointer && !this.spotHeld()) this.hover(this.pointer);
  }

  private tap({ x, y, touch, repeated }: Tap): void {
    const { camera } = this;
    const enough = touch ? fingerFromPx : chooseFromPx;
    const seat = this.seatAt(x, y, touch);
    const zoneId = seat < 0 || camera.view.scale < enough ? this.generalZoneAt(x, y) : undefined;
    if (zoneId !== undefined) {
      this.setSpot(null);
      this.listener.places(zoneId);
    } else if (camera.view.scale < enough && this.zoneAt(x, y) !== undefined) {
      const nearer = touch ? nearerPx.touch : nearerPx.mouse;
      const [planX, planY] = this.toPlan(x, y);
      this.setSpot(null);
      camera.glideTo(centreOn(planX, planY, nearer, camera.size));
    } else if (seat >= 0) {
      this.tapSeat(seat, touch, repeated);
    } else {
      this.setSpot(null);
      if (repeated) camera.glideZoom(2, x, y);
    }
  }

  /** A mouse has seen the seat's words before its click; a finger sees them with its first tap. */
  private tapSeat(seat: number, touch: boolean, repeated: boolean): void {
    const looking = this.spot?.kind === 'seat' && this.spot.held && this.spot.seat === seat;
    if (touch && !looking) this.setSpot({ kind: 'seat', seat, held: true });
    else if (touch || !repeated) this.listener.toggle(seat);
  }

  private hover(point: { x: number; y: number } | null): void {
    this.pointer = point;
    if (!point) {
      if (!this.spotHeld()) this.setSpot(null);
      return;
    }
    const { x, y } = point;
    const seat = this.camera.view.scale >= chooseFromPx ? this.seatAt(x, y, false) : -1;
    const zoneId =
      seat < 0 && this.camera.view.scale < chooseFromPx
        ? this.zoneAt(x, y)
        : this.generalZoneAt(x, y);
    if (seat >= 0) this.setSpot({ kind: 'seat', seat, held: false });
    else if (zoneId !== undefined) this.setSpot({ kind: 'zone', zoneId, at: this.toPlan(x, y) });
    else if (!this.spotHeld()) this.setSpot(null);
    this.canvas.style.cursor = seat >= 0 || zoneId !== undefined ? 'pointer' : '';
  }

  private spotHeld(): boolean {
    return this.spot?.kind === 'seat' && this.spot.held;
  }

  private setSpot(spot: Spot | null): void {
    const { spot: former } = this;
    if (spot === null && former === null) return;
    const same = spot?.kind === 'seat' && former?.kind === 'seat' && spot.seat === former.seat;
    // The mouse resting where the keyboard's seat came to lie does not let go of it.
    if (same && (spot.held === former.held || former.held)) return;
    const sameZone =
      spot?.kind === 'zone' && former?.kind === 'zone' && spot.zoneId === former.zoneId;
    this.spot = spot;
    this.hang();
    if (!sameZone) this.listener.spot(spot);
  }

  private hang(): void {
    const { anchor, camera, chart, spot } = this;
    if (!spot) return;
    const [planX, planY] =
      spot.kind === 'zone' ? spot.at : [chart.x[spot.seat]!, chart.y[spot.seat]!];
    const { scale, x, y } = camera.view;
    const ringPx = spot.kind === 'seat' ? Math.max(scale * 1.12, 14) : 0;
    anchorTo(anchor, planX * scale + x, planY * scale + y, ringPx, camera.size);
  }

  private toPlan(x: number, y: number): PlanPoint {
    const { view } = this.camera;
    return [(x - view.x) / view.scale, (y - view.y) / view.scale];
  }

  private seatAt(x: number, y: number, touch: boolean): number {
    const reach = touch ? Math.min(Math.max(0.6, 22 / this.camera.view.scale), 0.9) : 0.55;
    return nearestSeat(this.chart.grid, this.chart, ...this.toPlan(x, y), reach);
  }

  private generalZoneAt(x: number, y: number): number | undefined {
    const [planX, planY] = this.toPlan(x, y);
    return this.scene.zones.find((z) => z.outline && insidePolygon(z.outline, planX, planY))?.id;
  }

  private zoneAt(x: number, y: number): number | undefined {
    const { chart } = this;
    const general = this.generalZoneAt(x, y);
    if (general !== undefined) return general;
    const seat = nearestSeat(chart.grid, chart, ...this.toPlan(x, y), zoneReachUnits);
    return seat < 0 ? undefined : chart.zoneIds[chart.zoneOf[seat]!];
  }
}
