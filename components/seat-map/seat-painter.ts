import type { Chart } from './chart';
import type { Palette } from './palette';
import { type Context2D, drawSigns, finishSeats, styleSeats, traceSeat } from './seat-shapes';
import { type SeatLook, type SeatStore, seatLook } from './seat-store';

/** Canvas pixels: `pixel = plan × scale + offset`. */
export type Placing = { scale: number; x: number; y: number };

const tiersMax = 6;
/** A group is drawn with one style: look, tier, and whether the filter passes it over. */
const groups = (seatLook.returning + 1) * tiersMax * 2;
/** One path of this many discs is drawn three times as fast as a path for each. */
const pathMax = 128;

/** Draws seats grouped by look and tier, since changing a canvas's style costs more than a disc. */
export class SeatPainter {
  /** 1 for each seat that is asked for; null while everything is. */
  matches: Uint8Array | null = null;
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
    placing: Placing,
  ): void {
    this.sort(seats, count);
    let from = 0;
    for (let group = 0; group < groups; group++) {
      const to = this.ends[group]!;
      if (from === to) continue;
      const look = Math.floor(group / (tiersMax * 2)) as SeatLook;
      const tier = (group >> 1) % tiersMax;
      styleSeats(ctx, palette, look, tier, placing.scale, (group & 1) === 1);
      this.paintGroup(ctx, palette, look, tier, from, to, placing);
      from = to;
    }
    ctx.globalAlpha = 1;
  }

  private paintGroup(
    ctx: Context2D,
    palette: Palette,
    look: SeatLook,
    tier: number,
    from: number,
    to: number,
    { scale, x, y }: Placing,
  ): void {
    const { chart, order, store } = this;
    const size = look === seatLook.free ? (store.scale?.sizes[tier] ?? 1) : 1;
    for (let start = from; start < to; start += pathMax) {
      ctx.beginPath();
      for (let k = start; k < Math.min(start + pathMax, to); k++) {
        const seat = order[k]!;
        const [px, py] = [chart.x[seat]! * scale + x, chart.y[seat]! * scale + y];
        traceSeat(ctx, look, chart.flags[seat]!, px, py, scale * size);
      }
      finishSeats(ctx, look);
    }
    for (let k = from; k < to; k++) {
      const seat = order[k]!;
      const [px, py] = [chart.x[seat]! * scale + x, chart.y[seat]! * scale + y];
      if (!drawSigns(ctx, palette, look, tier, chart.flags[seat]!, px, py, scale)) return;
    }
  }

  /** Counting sort: after it `ends[g]` is where group g ends in `order`. */
  private sort(seats: Int32Array, count: number): void {
    const { chart, store, tierOfZone, ends, matches } = this;
    if (this.order.length < count) {
      this.order = new Int32Array(Math.max(count, 1024));
      this.groupOf = new Uint8Array(this.order.length);
    }
    const steps = store.scale?.steps;
    ends.fill(0);
    for (let k = 0; k < count; k++) {
      const seat = seats[k]!;
      const tier = steps ? steps[seat]! : tierOfZone[chart.zoneOf[seat]!]!;
      const kind = store.lookAt(seat) * tiersMax + tier;
      const group = kind * 2 + (matches && matches[seat] === 0 ? 1 : 0);
      this.groupOf[k] = group;
      ends[group + 1]!++;
    }
    for (let group = 0; group < groups; group++) ends[group + 1]! += ends[group]!;
    for (let k = 0; k < count; k++) this.order[ends[this.groupOf[k]!]!++] = seats[k]!;
  }
}
