import type { Chart } from './chart';
import type { Palette } from './palette';
import type { Placing } from './seat-painter';
import type { Context2D } from './seat-shapes';
import { type SeatStore, seatLook } from './seat-store';

type Window = { width: number; height: number };

/** Writes each row's name beyond both of its ends. `marks` come from `rowMarks`. */
export function drawRowNames(
  ctx: Context2D,
  palette: Palette,
  chart: Chart,
  marks: Float32Array,
  placing: Placing,
  window: Window,
): void {
  ctx.font = `600 ${placing.scale * 0.42}px ${palette.sans}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = palette.muted;
  for (const [row, { name }] of chart.rows.entries()) {
    for (const at of [row * 4, row * 4 + 2]) {
      const x = marks[at]! * placing.scale + placing.x;
      const y = marks[at + 1]! * placing.scale + placing.y;
      if (x < -50 || y < -50 || x > window.width + 50 || y > window.height + 50) continue;
      ctx.fillText(name, x, y);
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
    if (store.lookAt(seat) !== seatLook.free || chart.flags[seat] !== 0) continue;
    const ink = palette.tierInks[tierOfZone[chart.zoneOf[seat]!]!]!;
    if (ctx.fillStyle !== ink) ctx.fillStyle = ink;
    ctx.fillText(
      chart.labels[seat]!,
      chart.x[seat]! * placing.scale + placing.x,
      chart.y[seat]! * placing.scale + placing.y + placing.scale * 0.02,
    );
  }
}
