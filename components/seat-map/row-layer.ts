import { seatFlag } from '@/lib/events/seat-codes';
import type { Chart } from './chart';
import type { Palette } from './palette';
import type { RowMarks } from './row-marks';
import type { Placing } from './seat-painter';
import type { Context2D } from './seat-shapes';
import { type SeatStore, seatLook } from './seat-store';

const forWheelchairs = seatFlag.accessible | seatFlag.companion;

/** Writes the names of the rows that these seats are in. @param count how many of `seats` */
export function drawRowNames(
  ctx: Context2D,
  palette: Palette,
  chart: Chart,
  marks: RowMarks,
  seats: Int32Array,
  count: number,
  placing: Placing,
): void {
  ctx.font = `600 ${placing.scale * 0.42}px ${palette.sans}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = palette.muted;
  const named = new Set<number>();
  for (let k = 0; k < count; k++) {
    const row = chart.rowOf[seats[k]!]!;
    if (named.has(row)) continue;
    named.add(row);
    const at = marks.of(row);
    for (let i = 0; i < at.length; i += 2) {
      const [x, y] = [at[i]! * placing.scale + placing.x, at[i + 1]! * placing.scale + placing.y];
      ctx.fillText(chart.rows[row]!.name, x, y);
    }
  }
}

/** Writes the number on each free seat: it is printed on the chair, too. */
export function drawSeatNumbers(
  ctx: Context2D,
  palette: Palette,
  chart: Chart,
  store: SeatStore,
  tierOfZone: Uint8Array,
  seats: Int32Array,
  count: number,
  placing: Placing,
): void {
  ctx.font = `600 ${placing.scale * 0.31}px ${palette.sans}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (let k = 0; k < count; k++) {
    const seat = seats[k]!;
    if (store.lookAt(seat) !== seatLook.free || (chart.flags[seat]! & forWheelchairs) !== 0)
      continue;
    const tier = store.scale ? store.scale.steps[seat]! : tierOfZone[chart.zoneOf[seat]!]!;
    const ink = palette.tierInks[tier]!;
    if (ctx.fillStyle !== ink) ctx.fillStyle = ink;
    ctx.fillText(
      chart.labels[seat]!,
      chart.x[seat]! * placing.scale + placing.x,
      chart.y[seat]! * placing.scale + placing.y + placing.scale * 0.02,
    );
  }
}
