import type { Chart } from './chart';
import type { MapZone } from './map-zone';
import type { Palette } from './palette';
import { drawRowNames, drawSeatNumbers } from './row-layer';
import { RowMarks } from './row-marks';
import { countIn, eachRun } from './seat-grid';
import { type Placing, SeatPainter } from './seat-painter';
import type { Context2D } from './seat-shapes';
import type { SeatStore } from './seat-store';
import { SeatTiles } from './seat-tiles';
import type { Size } from './viewport';

/** More seats in the window than this are copied from tiles; fewer are drawn each frame. */
const drawnMax = 1_600;
const rowNamesFromPx = 17;
const seatNumbersFromPx = 27;
const marginUnits = 1;

/** The seats one by one, with the names of their rows and their numbers where there is room. */
export class SeatLayer {
  readonly painter: SeatPainter;
  private readonly tierOfZone: Uint8Array;
  private readonly tiles: SeatTiles;
  private readonly rowMarks: RowMarks;
  private readonly visible: Int32Array;

  constructor(
    private readonly chart: Chart,
    private readonly store: SeatStore,
    zones: readonly MapZone[],
    palette: Palette,
  ) {
    const tiers = new Map(zones.map((zone) => [zone.id, zone.tier]));
    this.tierOfZone = Uint8Array.from(chart.zoneIds, (id) => tiers.get(id) ?? 0);
    this.painter = new SeatPainter(chart, store, this.tierOfZone);
    this.tiles = new SeatTiles(chart, this.painter, palette);
    this.rowMarks = new RowMarks(chart);
    this.visible = new Int32Array(Math.max(chart.size, 1));
  }

  reset(palette: Palette): void {
    this.tiles.reset(palette);
  }

  /** See `SeatListener`. */
  changed(seats: Int32Array | null): void {
    if (seats) this.tiles.changed(seats);
    else this.tiles.outdate();
  }

  /**
   * @param window in canvas pixels; @param scale CSS pixels per seat unit
   * @returns whether every seat in the window has been drawn
   */
  paint(
    ctx: Context2D,
    palette: Palette,
    placing: Placing,
    window: Size,
    scale: number,
    moving: boolean,
    alpha: number,
  ): boolean {
    const { chart, painter, visible } = this;
    const box = [
      -placing.x / placing.scale - marginUnits,
      -placing.y / placing.scale - marginUnits,
      (window.width - placing.x) / placing.scale + marginUnits,
      (window.height - placing.y) / placing.scale + marginUnits,
    ] as const;
    if (countIn(chart.grid, box) > drawnMax) {
      ctx.globalAlpha = alpha;
      const complete = this.tiles.draw(ctx, placing, window, moving);
      ctx.globalAlpha = 1;
      return complete;
    }
    this.tiles.rest();
    let drawn = 0;
    eachRun(chart.grid, box, (from, to) => {
      visible.set(chart.grid.seats.subarray(from, to), drawn);
      drawn += to - from;
    });
    painter.paint(ctx, palette, visible, drawn, placing);
    if (scale >= rowNamesFromPx) {
      drawRowNames(ctx, palette, chart, this.rowMarks, visible, drawn, placing);
    }
    if (scale >= seatNumbersFromPx) {
      const { store, tierOfZone } = this;
      drawSeatNumbers(ctx, palette, chart, store, tierOfZone, visible, drawn, placing);
    }
    return true;
  }

  /** Paints ahead until a moment. @returns whether anything is left to do */
  work(untilMs: number): boolean {
    return this.tiles.work(untilMs);
  }
}
