import type { Chart } from './chart';
import type { Palette } from './palette';
import { boxOf, eachRun } from './seat-grid';
import type { SeatPainter } from './seat-painter';

/** The whole hall painted once; pixel = (plan − origin) × scale. */
export type SeatBitmap = {
  canvas: OffscreenCanvas;
  ctx: OffscreenCanvasRenderingContext2D;
  scale: number;
  left: number;
  top: number;
};

/** Twelve million pixels are 48 MB, within what phones grant one canvas. */
const pixelsMax = 12_000_000;
const scaleMin = 1;
const marginUnits = 1;
/** A seat's neighbours reach into its square from no further than this. */
const nearUnits = 1.1;
const squareUnits = 0.54;

/**
 * Bitmaps of all seats at doubling scales, painted when first needed, so that the overview of any
 * hall costs one copy of pixels a frame. A changed seat is repainted alone.
 */
export class SeatBitmaps {
  private readonly levels = new Map<number, SeatBitmap>();
  private readonly box: readonly [number, number, number, number];
  private readonly near: Int32Array;
  readonly scaleMax: number;

  constructor(
    private readonly chart: Chart,
    private readonly painter: SeatPainter,
    private palette: Palette,
  ) {
    const [left, top, right, bottom] = boxOf(chart.x, chart.y);
    this.box = [left - marginUnits, top - marginUnits, right + marginUnits, bottom + marginUnits];
    this.near = new Int32Array(Math.max(chart.size, 1));
    const area = (this.box[2] - this.box[0]) * (this.box[3] - this.box[1]);
    this.scaleMax = 2 ** Math.floor(Math.log2(Math.max(Math.sqrt(pixelsMax / area), scaleMin)));
  }

  /**
   * The smallest bitmap that is not enlarged at a scale in canvas pixels, or else the largest.
   * While the plan moves there is no time to paint one: then it is the nearest there is.
   */
  at(scale: number, moving: boolean): SeatBitmap {
    const wanted = this.levelFor(scale);
    if (moving) {
      const near = [...this.levels.keys()].sort(
        (a, b) => Math.abs(Math.log2(a / wanted)) - Math.abs(Math.log2(b / wanted)),
      )[0];
      if (near !== undefined) return this.levels.get(near)!;
    }
    return this.level(wanted);
  }

  /** Paints the bitmap that a movement to a larger scale will ask for. */
  prepare(scale: number): void {
    this.level(this.levelFor(scale * 2));
  }

  private levelFor(scale: number): number {
    return Math.min(2 ** Math.ceil(Math.log2(Math.max(scale, scaleMin))), this.scaleMax);
  }

  private level(scale: number): SeatBitmap {
    let bitmap = this.levels.get(scale);
    if (!bitmap) {
      bitmap = this.create(scale);
      this.levels.set(scale, bitmap);
    }
    return bitmap;
  }

  /** Forgets everything painted: the palette changed, or every seat may have. */
  reset(palette = this.palette): void {
    this.palette = palette;
    this.levels.clear();
  }

  /** Repaints the seats at these indices in every bitmap there is. */
  repaint(changed: Int32Array): void {
    if (changed.length > this.chart.size / 8 && changed.length > 64) {
      this.reset();
      return;
    }
    for (const bitmap of this.levels.values()) {
      for (const seat of changed) this.repaintOne(bitmap, seat);
    }
  }

  private repaintOne({ ctx, scale, left, top }: SeatBitmap, seat: number): void {
    const { chart } = this;
    const [x, y] = [chart.x[seat]!, chart.y[seat]!];
    let count = 0;
    eachRun(
      chart.grid,
      [x - nearUnits, y - nearUnits, x + nearUnits, y + nearUnits],
      (from, to) => {
        for (let k = from; k < to; k++) {
          const other = chart.grid.seats[k]!;
          const apart = Math.max(Math.abs(chart.x[other]! - x), Math.abs(chart.y[other]! - y));
          if (apart <= nearUnits) this.near[count++] = other;
        }
      },
    );
    // On whole pixels, or the clip's soft edge would leave a trace of the former look.
    const side = Math.ceil(squareUnits * 2 * scale) + 1;
    ctx.save();
    ctx.beginPath();
    ctx.rect(
      Math.floor((x - squareUnits - left) * scale),
      Math.floor((y - squareUnits - top) * scale),
      side,
      side,
    );
    ctx.clip();
    ctx.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height);
    this.painter.paint(ctx, this.palette, this.near, count, {
      scale,
      x: -left * scale,
      y: -top * scale,
    });
    ctx.restore();
  }

  private create(scale: number): SeatBitmap {
    const [left, top, right, bottom] = this.box;
    const width = Math.ceil((right - left) * scale);
    const canvas = new OffscreenCanvas(width, Math.ceil((bottom - top) * scale));
    const ctx = canvas.getContext('2d');
    if (!ctx) throw new Error('This browser gave no 2D context');
    const placing = { scale, x: -left * scale, y: -top * scale };
    this.painter.paint(ctx, this.palette, this.chart.grid.seats, this.chart.size, placing);
    return { canvas, ctx, scale, left, top };
  }
}
