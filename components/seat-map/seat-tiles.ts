import type { Chart } from './chart';
import type { Palette } from './palette';
import type { Placing, SeatPainter } from './seat-painter';
import type { Context2D } from './seat-shapes';
import { Tile, tilePx } from './tile';
import type { Box, Size } from './viewport';

/** Thirty-two megabytes of pixels, and room for twice what a large window shows. */
const tilesMin = 20;
const tilesMax = 40;
/** More changes than this in a tile, and it is painted anew as a whole. */
const repaintsMax = 40;
const scaleMin = 4;

/**
 * The seats in squares, painted a few milliseconds a frame as they come into the window, so that
 * a moving hall costs some copies of pixels a frame. A square that is not ready shows what another
 * scale has of it. Only squares whose seats changed are painted again.
 */
export class SeatTiles {
  private readonly tiles = new Map<string, Tile>();
  private wanted: Tile[] = [];
  private frame = 0;
  private restingScale = 0;

  constructor(
    private readonly chart: Chart,
    private readonly painter: SeatPainter,
    private palette: Palette,
  ) {}

  reset(palette: Palette): void {
    this.palette = palette;
    this.tiles.clear();
  }

  /** Every seat may have changed. */
  outdate(): void {
    for (const tile of this.tiles.values()) tile.outdate();
  }

  changed(seats: Int32Array): void {
    for (const tile of this.tiles.values()) {
      const own = seats.filter((seat) => tile.has(seat));
      if (own.length === 0) continue;
      if (own.length > repaintsMax || tile.usedAt !== this.frame || !tile.current) tile.outdate();
      else for (const seat of own) tile.repaint(this.palette, seat);
    }
  }

  /** @returns whether everything in the window is as it should be */
  draw(ctx: Context2D, placing: Placing, window: Size, moving: boolean): boolean {
    this.frame++;
    if (!moving) this.restingScale = placing.scale;
    // Dragged about, a hall keeps its scale; while it is zoomed, doubling scales serve them all.
    const steady = placing.scale === this.restingScale;
    const scale = steady ? placing.scale : doubling(placing.scale);
    // At its own scale a tile is copied pixel by pixel.
    const place = steady ? { scale, x: Math.round(placing.x), y: Math.round(placing.y) } : placing;
    this.wanted = this.tilesIn(scale, boxIn(placing, window));
    let complete = true;
    for (const tile of this.wanted) {
      complete &&= tile.current;
      if (tile.shown) copy(ctx, tile, tile.box, place);
      else this.standIn(ctx, tile, place);
    }
    this.forget();
    return complete;
  }

  /** None is in the window. */
  rest(): void {
    this.wanted = [];
  }

  /** Paints what the window lacks, until a moment. @returns whether anything is left to do */
  work(untilMs: number): boolean {
    for (const tile of this.wanted) {
      if (!tile.work(this.palette, untilMs) || performance.now() >= untilMs) break;
    }
    return this.wanted.some((tile) => !tile.current);
  }

  private tilesIn(scale: number, [left, top, right, bottom]: Box): Tile[] {
    const { left: l, top: t, cell, columns, rows } = this.chart.grid;
    const side = tilePx / scale;
    const from = [Math.max(left, l - 1), Math.max(top, t - 1)] as const;
    const to = [
      Math.min(right, l + columns * cell + 1),
      Math.min(bottom, t + rows * cell + 1),
    ] as const;
    const found: Tile[] = [];
    for (let row = Math.floor(from[1] / side); row * side < to[1]; row++) {
      for (let column = Math.floor(from[0] / side); column * side < to[0]; column++) {
        const key = `${scale}/${column}/${row}`;
        let tile = this.tiles.get(key);
        if (!tile) {
          tile = new Tile(this.chart, this.painter, scale, column, row);
          this.tiles.set(key, tile);
        }
        tile.usedAt = this.frame;
        found.push(tile);
      }
    }
    return found;
  }

  /** From the scale nearest to it that has something to show there. */
  private standIn(ctx: Context2D, { box, scale }: Tile, placing: Placing): void {
    const far = (tile: Tile) => Math.abs(Math.log2(tile.scale / scale));
    const ready = [...this.tiles.values()].filter((tile) => tile.shown && meet(tile.box, box));
    const nearest = Math.min(...ready.map(far));
    for (const tile of ready)
      if (far(tile) === nearest) copy(ctx, tile, meet(tile.box, box)!, placing);
  }

  private forget(): void {
    const most = Math.min(Math.max(tilesMin, this.wanted.length * 2), tilesMax);
    if (this.tiles.size <= most) return;
    const old = [...this.tiles].sort(([, a], [, b]) => a.usedAt - b.usedAt);
    for (const [key, tile] of old.slice(0, this.tiles.size - most)) {
      if (tile.usedAt !== this.frame) this.tiles.delete(key);
    }
  }
}

/** Copies the part of a tile that lies in a box of the plan. */
function copy(ctx: Context2D, tile: Tile, box: Box, { scale, x, y }: Placing): void {
  const [left, top] = tile.box;
  // Neighbours meet on whole pixels: two soft edges would leave a seam.
  const [toX, toY] = [Math.round(box[0] * scale + x), Math.round(box[1] * scale + y)];
  ctx.drawImage(
    tile.shown!,
    (box[0] - left) * tile.scale,
    (box[1] - top) * tile.scale,
    (box[2] - box[0]) * tile.scale,
    (box[3] - box[1]) * tile.scale,
    toX,
    toY,
    Math.round(box[2] * scale + x) - toX,
    Math.round(box[3] * scale + y) - toY,
  );
}

function doubling(scale: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(scale, scaleMin)));
}

function boxIn({ scale, x, y }: Placing, { width, height }: Size): Box {
  return [-x / scale, -y / scale, (width - x) / scale, (height - y) / scale];
}

function meet(a: Box, b: Box): Box | null {
  const box: Box = [
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.min(a[3], b[3]),
  ];
  return box[0] < box[2] && box[1] < box[3] ? box : null;
}
