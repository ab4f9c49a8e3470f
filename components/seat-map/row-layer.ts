import { seatFlag } from '@/lib/events/seat-codes';
import type { Chart } from './chart';
import type { Palette } from './palette';
import type { RowMarks } from './row-marks';
import type { Placing } from './seat-painter';
import type { Context2D } from './seat-shapes';
import { type SeatStore, seatLook } from './seat-store';

const forWheelchairs = seatFlag.accessible | seatFlag.companion;

type Window = { width: number; height: number };

/** Writes each row's name at its marks. */
export function drawRowNames(
  ctx: Context2D,
  palette: Palette,
  chart: Chart,
  marks: RowMarks,
  placing: Placing,
  window: Window,
): void {
  const margin = placing.scale;
  ctx.font = `600 ${placing.scale * 0.42}px ${palette.sans}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = palette.muted;
  for (const [mark, row] of marks.rows.entries()) {
    const x = marks.x[mark]! * placing.scale + placing.x;
    const y = marks.y[mark]! * placing.scale + placing.y;
    if (x < -margin || y < -margin || x > window.width + margin || y > window.height + margin) {
      continue;
    }
    ctx.fillText(chart.rows[row]!.name, x, y);
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
    const ink = palette.tierInks[tierOfZone[chart.zoneOf[seat]!]!]!;
    if (ctx.fillStyle !== ink) ctx.fillStyle = ink;
    ctx.fillText(
      chart.labels[seat]!,
      chart.x[seat]! * placing.scale + placing.x,
      chart.y[seat]! * placing.scale + placing.y + placing.scale * 0.02,
    );
  }
}
