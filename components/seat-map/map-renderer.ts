import { type AreaView, areaInk, drawAreas } from './area-layer';
import type { Chart } from './chart';
import { hallDrawnMark } from './drawn-mark';
import { Fade } from './fade';
import type { MapZone } from './map-zone';
import { drawMarks } from './marks-layer';
import type { Palette } from './palette';
import type { VenuePlan } from './plan';
import { drawPlan, drawPlanWords } from './plan-layer';
import { isFiltering, matchingSeats, noFilter, type SeatFilter } from './seat-filter';
import { SeatLayer } from './seat-layer';
import type { Placing } from './seat-painter';
import type { Context2D } from './seat-shapes';
import type { SeatStore } from './seat-store';
import { type Size, type View, visibleBox } from './viewport';
import { type ZoneArea, zoneAreas } from './zone-areas';
import { zoneAsked } from './zone-asked';
import { drawGeneralZones, drawZoneNames, type ZonePlateRect } from './zone-layer';
import { zoneMarks } from './zone-marks';
import { ZoneNames } from './zone-names';
import { ZoneTexts, type ZoneWords } from './zone-text';

export type Scene = {
  plan: VenuePlan;
  zones: readonly MapZone[];
  words: ReadonlyMap<number, ZoneWords>;
  language: 'es' | 'en';
};

/** Seats come out of their section's shape between these scales, in CSS pixels a seat. */
const seatsFromPx = 3.2;
const seatsAlonePx = 5.6;
const platesToPx = 13;
/** What may be spent on tiles in a frame, so that the frame keeps its 16 ms. */
const workMovingMs = 4;
const workRestingMs = 8;

/** Paints the hall on a canvas, only when something changed, once a frame at most. */
export class MapRenderer {
  private readonly ctx: CanvasRenderingContext2D;
  private readonly seats: SeatLayer;
  private readonly names: ZoneNames;
  private readonly areas: ZoneArea[];
  private areaViews: AreaView[] = [];
  private filter = noFilter;
  private asked: (zone: MapZone) => boolean = () => true;
  private texts: ZoneTexts;
  private view: View = { scale: 1, x: 0, y: 0 };
  private size: Size = { width: 0, height: 0 };
  private plates: ZonePlateRect[] = [];
  private readonly plateFade: Fade;
  private moving = false;
  private frame = 0;
  private drawn = false;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly chart: Chart,
    private readonly store: SeatStore,
    private scene: Scene,
    private palette: Palette,
    calm: () => boolean,
  ) {
    this.plateFade = new Fade(1, calm);
    const ctx = canvas.getContext('2d');
    if (!ctx) throw new Error('This browser gave no 2D context');
    this.ctx = ctx;
    this.seats = new SeatLayer(chart, store, scene.zones, palette);
    this.texts = new ZoneTexts(palette);
    this.areas = zoneAreas(chart, scene.zones);
    const marks = zoneMarks(chart, scene.plan, scene.zones);
    this.names = new ZoneNames(chart, marks, this.areas, scene.plan.bounds);
    this.lookAtZones();
  }

  setView(view: View, size: Size, moving: boolean): void {
    this.view = view;
    this.size = size;
    this.moving = moving;
    this.invalidate();
  }

  /** New figures or words of the zones; their shapes and tiers stay. */
  setScene(scene: Scene): void {
    this.scene = scene;
    this.lookAtZones();
    this.invalidate();
  }

  setFilter(filter: SeatFilter): void {
    const { chart, scene, seats } = this;
    if (filter === this.filter) return;
    this.filter = filter;
    seats.painter.matches = isFiltering(filter) ? matchingSeats(filter, chart, scene.zones) : null;
    seats.changed(null);
    this.lookAtZones();
    this.invalidate();
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.texts = new ZoneTexts(palette);
    this.seats.reset(palette);
    this.invalidate();
  }

  /** Seats changed: see `SeatListener`. */
  seatsChanged(changed: Int32Array | null): void {
    this.seats.changed(changed);
    this.invalidate();
  }

  /** Shows the names that lie over seats, or takes them off the seats. */
  showPlates(shown: boolean): void {
    if (this.plateFade.to(shown ? 1 : 0)) this.invalidate();
  }

  /** The zone whose name lies over seats at a point of the window, in CSS pixels. */
  zoneNamedAt(x: number, y: number): number | undefined {
    const [px, py] = [x * devicePixelRatio, y * devicePixelRatio];
    return this.plates.find(
      ({ rect }) => px >= rect[0] && py >= rect[1] && px <= rect[2] && py <= rect[3],
    )?.zoneId;
  }

  /** The hall as it is from far away, on a canvas of any size. */
  readonly paintSmall = (ctx: Context2D, placing: Placing): void => {
    const { palette, scene, asked, areaViews } = this;
    drawPlan(ctx, palette, scene.plan, placing, null);
    drawGeneralZones(ctx, palette, scene.zones, asked, placing);
    drawAreas(ctx, palette, areaViews, placing, 1);
  };

  /** Asks for a repaint in the next frame. */
  invalidate(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  private lookAtZones(): void {
    const zones = new Map(this.scene.zones.map((zone) => [zone.id, zone]));
    this.asked = zoneAsked(this.filter, this.chart);
    this.areaViews = this.areas.flatMap((area) => {
      const zone = zones.get(area.zoneId);
      return zone ? [{ area, zone, faint: !this.asked(zone) }] : [];
    });
  }

  private readonly inkOf = (zoneId: number): { hue: string; ink: string } => {
    const { palette, scene } = this;
    const zone = scene.zones.find(({ id }) => id === zoneId)!;
    return { hue: palette.tiers[zone.tier] ?? palette.line, ink: areaInk(palette, zone) };
  };

  private paint(): void {
    const { ctx, canvas, palette, scene, size, view, moving } = this;
    if (size.width === 0 || size.height === 0) return;
    const dpr = devicePixelRatio || 1;
    const window = { width: Math.round(size.width * dpr), height: Math.round(size.height * dpr) };
    if (canvas.width !== window.width) canvas.width = window.width;
    if (canvas.height !== window.height) canvas.height = window.height;
    const placing = { scale: view.scale * dpr, x: view.x * dpr, y: view.y * dpr };
    ctx.clearRect(0, 0, window.width, window.height);
    drawPlan(ctx, palette, scene.plan, placing, scene.language);
    drawGeneralZones(ctx, palette, scene.zones, this.asked, placing);
    const near = Math.min(
      Math.max((view.scale - seatsFromPx) / (seatsAlonePx - seatsFromPx), 0),
      1,
    );
    if (near < 1) drawAreas(ctx, palette, this.areaViews, placing, 1 - near);
    const complete =
      near === 0 || this.seats.paint(ctx, palette, placing, window, view.scale, moving, near);
    drawMarks(ctx, palette, this.chart, this.store, placing);
    drawPlanWords(ctx, palette, scene.plan, placing);
    const far = near < 0.5;
    const shown = view.scale < platesToPx ? this.plateFade.next() : 0;
    const box = visibleBox(view, size);
    const names = this.names.at(ctx, this.texts, scene.words, {
      scale: view.scale,
      box,
      moving,
      far,
    });
    this.plates = drawZoneNames(ctx, palette, names, this.inkOf, placing, dpr, far ? 1 : shown);
    if (complete && !this.drawn) performance.mark(hallDrawnMark);
    this.drawn ||= complete;
    const busy =
      !complete && this.seats.work(performance.now() + (moving ? workMovingMs : workRestingMs));
    if (busy || !complete || this.plateFade.running) this.invalidate();
  }
}
