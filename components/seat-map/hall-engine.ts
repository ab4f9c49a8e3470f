import { anchorTo } from './anchor';
import { Camera } from './camera';
import type { Chart } from './chart';
import { listenToGestures, type Tap } from './gestures';
import { hallBox } from './hall-box';
import { chooseFromPx, HallHits, nearerPx, withSeats } from './hall-hits';
import { coveredTop, inSight } from './in-sight';
import { MapRenderer, type Scene } from './map-renderer';
import { MiniMap } from './mini-map';
import type { Palette } from './palette';
import type { PlanPoint } from './plan';
import type { SeatFilter } from './seat-filter';
import type { SeatStore } from './seat-store';
import { centreOn, type View } from './viewport';

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

/** What of the page belongs to the map. */
export type HallSurface = {
  canvas: HTMLCanvasElement;
  /** Hung on the spot, whatever the plan does. */
  anchor: HTMLElement;
  /** The small map's canvas and its frame; small halls have none. */
  mini: { canvas: HTMLCanvasElement; frame: HTMLElement } | null;
};

/** The map apart from React: one canvas, its camera, its painter, and what pointers mean on it. */
export class HallEngine {
  readonly camera: Camera;
  private readonly renderer: MapRenderer;
  private readonly hits: HallHits;
  private readonly mini: MiniMap | null = null;
  private readonly ends: (() => void)[] = [];
  private spot: Spot | null = null;
  private pointer: { x: number; y: number } | null = null;

  constructor(
    private readonly surface: HallSurface,
    private readonly chart: Chart,
    store: SeatStore,
    scene: Scene,
    palette: Palette,
    private readonly listener: HallListener,
  ) {
    const { canvas, mini } = surface;
    const box = hallBox(chart, scene.plan);
    const motion = matchMedia('(prefers-reduced-motion: reduce)');
    const calm = () => motion.matches;
    this.renderer = new MapRenderer(canvas, chart, store, scene, palette, calm);
    this.camera = new Camera(box, calm, this.moved, (view, size) => withSeats(chart, view, size));
    this.hits = new HallHits(chart, scene.zones, this.camera);
    if (mini) {
      this.mini = new MiniMap(mini.canvas, mini.frame, box, this.camera, this.renderer.paintSmall);
    }
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
    this.hits.zones = scene.zones;
    this.renderer.setScene(scene);
    this.mini?.invalidate();
  }

  /** What is not asked for steps back. */
  setFilter(filter: SeatFilter): void {
    this.renderer.setFilter(filter);
    this.mini?.invalidate();
  }

  setPalette(palette: Palette): void {
    this.renderer.setPalette(palette);
    this.mini?.invalidate();
  }

  /** Looks at a seat by keyboard: brings it into the window, large enough to be seen. */
  look(seat: number): void {
    const { camera, chart, surface } = this;
    const at: PlanPoint = [chart.x[seat]!, chart.y[seat]!];
    camera.glideTo(inSight(camera.view, at, camera.size, coveredTop(surface.canvas)));
    this.setSpot({ kind: 'seat', seat, held: true });
  }

  lookAway(): void {
    this.setSpot(null);
  }

  stop(): void {
    for (const end of this.ends) end();
    this.camera.stop();
    this.mini?.stop();
    this.renderer.stop();
  }

  private readonly moved = (view: View, moving: boolean): void => {
    this.renderer.setView(view, this.camera.size, moving);
    this.listener.whole(this.camera.atFit);
    this.mini?.follow();
    this.hang();
    if (!moving && this.pointer && !this.spotHeld()) this.hover(this.pointer);
  };

  private tap({ x, y, touch, repeated }: Tap): void {
    const { camera } = this;
    const by = touch ? 'touch' : 'mouse';
    const tooSmall = camera.view.scale < chooseFromPx[by];
    const named = this.renderer.zoneNamedAt(x, y);
    const seat = named === undefined ? this.hits.seatAt(x, y, touch) : -1;
    const general = seat < 0 || tooSmall ? this.hits.generalZoneAt(x, y) : undefined;
    if (general !== undefined) {
      this.setSpot(null);
      this.listener.places(general);
    } else if (named !== undefined || (tooSmall && this.hits.zoneAt(x, y) !== undefined)) {
      this.setSpot(null);
      camera.glideTo(centreOn(...this.hits.toPlan(x, y), nearerPx[by], camera.size));
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
    this.renderer.showPlates(!point || this.camera.view.scale < chooseFromPx.mouse);
    if (!point) {
      if (!this.spotHeld()) this.setSpot(null);
      return;
    }
    const { x, y } = point;
    const tooSmall = this.camera.view.scale < chooseFromPx.mouse;
    const named = this.renderer.zoneNamedAt(x, y);
    const seat = tooSmall || named !== undefined ? -1 : this.hits.seatAt(x, y, false);
    const zoneId =
      named ??
      (seat >= 0 ? undefined : tooSmall ? this.hits.zoneAt(x, y) : this.hits.generalZoneAt(x, y));
    if (seat >= 0) this.setSpot({ kind: 'seat', seat, held: false });
    else if (zoneId !== undefined)
      this.setSpot({ kind: 'zone', zoneId, at: this.hits.toPlan(x, y) });
    else if (!this.spotHeld()) this.setSpot(null);
    this.surface.canvas.style.cursor = seat >= 0 || zoneId !== undefined ? 'pointer' : '';
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
    const { camera, chart, spot } = this;
    if (!spot) return;
    const onSeat = spot.kind === 'seat';
    const at: PlanPoint = onSeat ? [chart.x[spot.seat]!, chart.y[spot.seat]!] : spot.at;
    anchorTo(this.surface.anchor, at, onSeat, camera.view, camera.size);
  }
}
