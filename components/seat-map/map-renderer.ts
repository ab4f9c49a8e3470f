import type { Chart } from './chart';
import { Fade } from './fade';
import type { MapZone } from './map-zone';
import type { Palette } from './palette';
import type { VenuePlan } from './plan';
import { drawPlan, drawPlanWords } from './plan-layer';
import { drawRowNames, drawSeatNumbers } from './row-layer';
import { type RowMarks, rowMarks } from './row-marks';
import { SeatBitmaps } from './seat-bitmaps';
import { isFiltering, matchingSeats, type SeatFilter } from './seat-filter';
import { countIn, eachRun } from './seat-grid';
import { type Placing, SeatPainter } from './seat-painter';
import type { SeatStore } from './seat-store';
import { type Size, type View, visibleBox } from './viewport';
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

/** While the plan moves, more seats than this are copied from a bitmap; at rest they are drawn. */
const drawnMovingMax = 3_000;
/** At rest too, a hall this full of seats stays a bitmap as long as that is not enlarged. */
const drawnRestingMax = 8_000;
const quietMs = 250;
const rowNamesFromPx = 17;
const seatNumbersFromPx = 27;
const platesToPx = 13;

/** Paints the hall on a canvas, only when something changed, once a frame at most. */
export class MapRenderer {
  private readonly ctx: CanvasRenderingContext2D;
  private readonly painter: SeatPainter;
  private readonly bitmaps: SeatBitmaps;
  private readonly rowMarks: RowMarks;
  private readonly tierOfZone: Uint8Array;
  private readonly names: ZoneNames;
  private texts: ZoneTexts;
  private readonly visible: Int32Array;
  private view: View = { scale: 1, x: 0, y: 0 };
  private size: Size = { width: 0, height: 0 };
  private plates: ZonePlateRect[] = [];
  private readonly plateFade: Fade;
  private moving = false;
  private frame = 0;
  private preparing: ReturnType<typeof setTimeout> | undefined;

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
    const tiers = new Map(scene.zones.map((zone) => [zone.id, zone.tier]));
    this.tierOfZone = Uint8Array.from(chart.zoneIds, (id) => tiers.get(id) ?? 0);
    this.painter = new SeatPainter(chart, store, this.tierOfZone);
    this.bitmaps = new SeatBitmaps(chart, this.painter, palette);
    this.rowMarks = rowMarks(chart);
    this.texts = new ZoneTexts(palette);
    const marks = zoneMarks(chart, scene.plan, scene.zones);
    this.names = new ZoneNames(chart, marks, scene.plan.bounds);
    this.visible = new Int32Array(Math.max(chart.size, 1));
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
    this.invalidate();
  }

  setFilter(filter: SeatFilter): void {
    const { chart, scene, painter } = this;
    painter.matches = isFiltering(filter) ? matchingSeats(filter, chart, scene.zones) : null;
    this.bitmaps.reset();
    this.invalidate();
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.texts = new ZoneTexts(palette);
    this.bitmaps.reset(palette);
    this.invalidate();
  }

  /** Seats changed: see `SeatListener`. */
  seatsChanged(changed: Int32Array | null): void {
    if (changed) this.bitmaps.repaint(changed);
    else this.bitmaps.reset();
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

  private readonly hueOf = (zoneId: number): string => {
    const zone = this.chart.zoneIds.indexOf(zoneId);
    return this.palette.tiers[this.tierOfZone[zone] ?? 0] ?? this.palette.line;
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
    clearTimeout(this.preparing);
    this.frame = 0;
  }

  private paint(): void {
    const { ctx, canvas, chart, palette, scene, size, view } = this;
    if (size.width === 0 || size.height === 0) return;
    const dpr = devicePixelRatio || 1;
    const [width, height] = [Math.round(size.width * dpr), Math.round(size.height * dpr)];
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    const placing = { scale: view.scale * dpr, x: view.x * dpr, y: view.y * dpr };
    ctx.clearRect(0, 0, width, height);
    drawPlan(ctx, palette, scene.plan, placing, scene.language);
    drawGeneralZones(ctx, palette, scene.zones, placing);
    this.paintSeats(placing);
    if (view.scale >= rowNamesFromPx) {
      drawRowNames(ctx, palette, chart, this.rowMarks, placing, { width, height });
    }
    drawPlanWords(ctx, palette, scene.plan, placing);
    const shown = view.scale < platesToPx ? this.plateFade.next() : 0;
    const names = this.names.at(ctx, this.texts, scene.words, view.scale, shown > 0);
    this.plates = drawZoneNames(ctx, palette, names, this.hueOf, placing, dpr, shown);
    if (this.plateFade.running) this.invalidate();
  }

  private paintSeats(placing: Placing): void {
    const { ctx, chart, palette, painter, size, view } = this;
    const box = visibleBox(view, size, 1);
    const count = countIn(chart.grid, box);
    const most = this.moving ? drawnMovingMax : drawnRestingMax;
    if (count > drawnMovingMax && (placing.scale <= this.bitmaps.scaleMax || count > most)) {
      this.copyBitmap(placing);
      this.prepareNearer(placing.scale);
      return;
    }
    let drawn = 0;
    eachRun(chart.grid, box, (from, to) => {
      this.visible.set(chart.grid.seats.subarray(from, to), drawn);
      drawn += to - from;
    });
    painter.paint(ctx, palette, this.visible, drawn, placing);
    if (view.scale < seatNumbersFromPx) return;
    const { store, tierOfZone, visible } = this;
    drawSeatNumbers(ctx, palette, chart, store, tierOfZone, visible, drawn, placing);
  }

  /** The next larger bitmap, in a quiet moment. */
  private prepareNearer(scale: number): void {
    clearTimeout(this.preparing);
    if (!this.moving) this.preparing = setTimeout(() => this.bitmaps.prepare(scale), quietMs);
  }

  private copyBitmap(placing: Placing): void {
    const bitmap = this.bitmaps.at(placing.scale, this.moving);
    const ratio = placing.scale / bitmap.scale;
    const { width, height } = bitmap.canvas;
    this.ctx.imageSmoothingEnabled = true;
    this.ctx.drawImage(
      bitmap.canvas,
      bitmap.left * placing.scale + placing.x,
      bitmap.top * placing.scale + placing.y,
      width * ratio,
      height * ratio,
    );
  }
}
