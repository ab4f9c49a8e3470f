import type { Chart } from './chart';
import type { Palette } from './palette';
import { nearestSeat } from './seat-grid';
import type { Placing } from './seat-painter';
import type { SeatStore } from './seat-store';

const turn = Math.PI * 2;
/** Parts of the pitch between two seats. */
const previewRadius = 0.47;
const bell = { radius: 0.34, aside: 0.34 } as const;
/** A mark is never smaller, however far the hall is away. */
const markPx = 5;

/** What lies on top of single seats: those that a click would take, those that are watched. */
export function drawMarks(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  chart: Chart,
  store: SeatStore,
  placing: Placing,
): void {
  const at = (seat: number): [number, number] => [
    chart.x[seat]! * placing.scale + placing.x,
    chart.y[seat]! * placing.scale + placing.y,
  ];
  // The chart's grid finds the seats of the floor on show only.
  const shown = (seat: number) =>
    seat >= 0 && nearestSeat(chart.grid, chart, chart.x[seat]!, chart.y[seat]!, 0.1) === seat;
  ctx.lineJoin = 'round';
  for (const seat of store.preview) if (shown(seat)) ring(ctx, palette, at(seat), placing.scale);
  for (const seatId of store.watched) {
    const seat = store.indexOf(seatId);
    if (shown(seat)) watchMark(ctx, palette, at(seat), placing.scale);
  }
}

function ring(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  [x, y]: [number, number],
  pitch: number,
): void {
  ctx.beginPath();
  ctx.arc(x, y, Math.max(pitch * previewRadius, markPx), 0, turn);
  ctx.lineWidth = Math.max(pitch * 0.2, 3);
  ctx.strokeStyle = palette.paper;
  ctx.stroke();
  ctx.lineWidth = Math.max(pitch * 0.11, 2);
  ctx.strokeStyle = palette.ink;
  ctx.stroke();
}

/** A bell at the seat's upper right. */
function watchMark(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  [x, y]: [number, number],
  pitch: number,
): void {
  const radius = Math.max(pitch * bell.radius, markPx);
  const [mx, my] = [x + pitch * bell.aside, y - pitch * bell.aside];
  ctx.beginPath();
  ctx.arc(mx, my, radius, 0, turn);
  ctx.fillStyle = palette.ink;
  ctx.fill();
  ctx.lineWidth = Math.max(radius * 0.16, 1);
  ctx.strokeStyle = palette.paper;
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(mx - radius * 0.5, my + radius * 0.3);
  ctx.quadraticCurveTo(
    mx - radius * 0.34,
    my + radius * 0.1,
    mx - radius * 0.32,
    my - radius * 0.2,
  );
  ctx.arc(mx, my - radius * 0.2, radius * 0.32, Math.PI, 0);
  ctx.quadraticCurveTo(mx + radius * 0.34, my + radius * 0.1, mx + radius * 0.5, my + radius * 0.3);
  ctx.closePath();
  ctx.moveTo(mx + radius * 0.14, my + radius * 0.48);
  ctx.arc(mx, my + radius * 0.48, radius * 0.14, 0, turn);
  ctx.fillStyle = palette.paper;
  ctx.fill();
}
