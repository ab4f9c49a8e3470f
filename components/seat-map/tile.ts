import type { Chart } from './chart';
import type { Palette } from './palette';
import { eachRun } from './seat-grid';
import type { SeatPainter } from './seat-painter';
import type { Box } from './viewport';

/** One tile is a megabyte. */
export const tilePx = 512;
/** How far a seat's drawing reaches from its middle. */
const reachUnits = 0.55;
/** A seat's neighbours reach into its square from no further than this. */
const nearUnits = 1.1;
/** Seats painted between two looks at the clock. */
const strokeSeats = 256;

/** A square of the hall painted at one scale, and painted again piece by piece when it grows old. */
export class Tile {
  usedAt = 0;
  /** What it shows; null until it has been painted through. */
  shown: OffscreenCanvas | null = null;
  private ctx: OffscreenCanvasRenderingContext2D | null = null;
  private seats: Int32Array | null = null;
  private done = 0;
  private fresh = false;
  readonly box: Box;

  constructor(
    private readonly chart: Chart,
    private readonly painter: SeatPainter,
    readonly scale: number,
    readonly column: number,
    readonly row: number,
  ) {
    const side = tilePx / scale;
    this.box = [column * side, row * side, (column + 1) * side, (row + 1) * side];
  }

  /** Whether what it shows is what there is. */
  get current(): boolean {
    return this.fresh;
  }

  /** What it shows is out of date; it goes on showing it until it is painted anew. */
  outdate(): void {
    this.fresh = false;
    this.done = 0;
    if (this.ctx && this.ctx.canvas !== this.shown) this.ctx.clearRect(0, 0, tilePx, tilePx);
  }

  has(seat: number): boolean {
    const [x, y] = [this.chart.x[seat]!, this.chart.y[seat]!];
    const [left, top, right, bottom] = this.box;
    return (
      x > left - reachUnits &&
      x < right + reachUnits &&
      y > top - reachUnits &&
      y < bottom + reachUnits
    );
  }

  /**
   * Paints on until a moment.
   * @returns whether it is painted through
   */
  work(palette: Palette, untilMs: number): boolean {
    if (this.fresh) return true;
    this.seats ??= this.within(this.box, reachUnits);
    if (!this.ctx || this.ctx.canvas === this.shown) this.ctx = this.surface();
    const { seats, painter, ctx } = this;
    while (this.done < seats.length) {
      const stroke = seats.subarray(this.done, this.done + strokeSeats);
      painter.paint(ctx, palette, stroke, stroke.length, this.placing());
      this.done += stroke.length;
      if (performance.now() >= untilMs) break;
    }
    if (this.done < seats.length) return false;
    this.shown = ctx.canvas;
    this.fresh = true;
    return true;
  }

  /** Paints one changed seat anew, and what of its neighbours reaches into its square. */
  repaint(palette: Palette, seat: number): void {
    if (!this.ctx || this.ctx.canvas !== this.shown) return;
    const { ctx, chart, scale } = this;
    const [x, y] = [chart.x[seat]!, chart.y[seat]!];
    const near = this.within([x, y, x, y], nearUnits);
    // On whole pixels, or the clip's soft edge would leave a trace of the former look.
    const side = Math.ceil(reachUnits * 2 * scale) + 1;
    const [left, top] = [
      Math.floor((x - reachUnits - this.box[0]) * scale),
      Math.floor((y - reachUnits - this.box[1]) * scale),
    ];
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, top, side, side);
    ctx.clip();
    ctx.clearRect(left, top, side, side);
    this.painter.paint(ctx, palette, near, near.length, this.placing());
    ctx.restore();
  }

  private placing() {
    const { scale, box } = this;
    return { scale, x: -box[0] * scale, y: -box[1] * scale };
  }

  private within([left, top, right, bottom]: Box, reach: number): Int32Array {
    const { grid, x, y } = this.chart;
    const wide: Box = [left - reach, top - reach, right + reach, bottom + reach];
    const found: number[] = [];
    eachRun(grid, wide, (from, to) => {
      for (let k = from; k < to; k++) {
        const seat = grid.seats[k]!;
        const [atX, atY] = [x[seat]!, y[seat]!];
        if (atX >= wide[0] && atX <= wide[2] && atY >= wide[1] && atY <= wide[3]) found.push(seat);
      }
    });
    return Int32Array.from(found);
  }

  private surface(): OffscreenCanvasRenderingContext2D {
    const ctx = new OffscreenCanvas(tilePx, tilePx).getContext('2d');
    if (!ctx) throw new Error('This browser gave no 2D context');
    return ctx;
  }
}
