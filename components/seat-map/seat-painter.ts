import type { Chart } from './chart';
import type { Palette } from './palette';
import { type Context2D, drawSeat, styleSeats } from './seat-shapes';
import { type SeatLook, type SeatStore, seatLook } from './seat-store';

/** Canvas pixels: `pixel = plan × scale + offset`. */
export type Placing = { scale: number; x: number; y: number };

const tiersMax = 6;
const groups = (seatLook.returning + 1) * tiersMax;

/** Draws seats grouped by look and tier, since changing a canvas's style costs more than a disc. */
export class SeatPainter {
  private readonly ends = new Int32Array(groups + 1);
  private order = new Int32Array(0);
  private groupOf = new Uint8Array(0);

  constructor(
    private readonly chart: Chart,
    private readonly store: SeatStore,
    /** Price tier of each of the chart's zones. */
    private readonly tierOfZone: Uint8Array,
  ) {}

  /** @param count how many of `seats` to draw */
  paint(
    ctx: Context2D,
    palette: Palette,
    seats: Int32Array,
    count: number,
    { scale, x, y }: Placing,
  ): void {
    const { chart } = this;
    this.sort(seats, count);
    let from = 0;
    for (let group = 0; group < groups; group++) {
      const to = this.ends[group]!;
      if (from === to) continue;
      const look = Math.floor(group / tiersMax) as SeatLook;
      const tier = group % tiersMax;
      styleSeats(ctx, palette, look, tier, scale);
      for (let k = from; k < to; k++) {
        const seat = this.order[k]!;
        const [px, py] = [chart.x[seat]! * scale + x, chart.y[seat]! * scale + y];
        drawSeat(ctx, palette, look, tier, chart.flags[seat]!, px, py, scale);
      }
      from = to;
    }
    ctx.globalAlpha = 1;
  }

  /** Counting sort: after it `ends[g]` is where group g ends in `order`. */
  private sort(seats: Int32Array, count: number): void {
    const { chart, store, tierOfZone, ends } = this;
    if (this.order.length < count) {
      this.order = new Int32Array(Math.max(count, 1024));
      this.groupOf = new Uint8Array(this.order.length);
    }
    ends.fill(0);
    for (let k = 0; k < count; k++) {
      const seat = seats[k]!;
      const group = store.lookAt(seat) * tiersMax + tierOfZone[chart.zoneOf[seat]!]!;
      this.groupOf[k] = group;
      ends[group + 1]!++;
    }
    for (let group = 0; group < groups; group++) ends[group + 1]! += ends[group]!;
    for (let k = 0; k < count; k++) this.order[ends[this.groupOf[k]!]!++] = seats[k]!;
  }
}
