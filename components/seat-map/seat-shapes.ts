import { seatFlag } from '@/lib/events/seat-codes';
import type { Palette } from './palette';
import { type SeatLook, seatLook } from './seat-store';

/** A 2D context of a visible or an offscreen canvas. */
export type Context2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

const turn = Math.PI * 2;
/** Under this many pixels a seat is a spot, and its sign would be a smear. */
const signFromPx = 15;

/** Radii and side lengths as parts of the pitch between two seats. */
const part = { free: 0.375, mine: 0.46, held: 0.325, sold: 0.15, gap: 0.1, square: 0.76 } as const;

/** Prepares the context for seats of one look and tier; `drawSeat` then draws each of them. */
export function styleSeats(
  ctx: Context2D,
  palette: Palette,
  look: SeatLook,
  tier: number,
  pitch: number,
): void {
  const hue = palette.tiers[tier] ?? palette.ink;
  ctx.globalAlpha = look === seatLook.held ? 0.6 : look === seatLook.returning ? 0.5 : 1;
  ctx.lineWidth = Math.max(pitch * 0.11, 1);
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.fillStyle = hue;
  ctx.strokeStyle = hue;
  if (look === seatLook.sold) ctx.fillStyle = palette.sold;
  if (look === seatLook.blocked) ctx.fillStyle = palette.gap;
  if (look >= seatLook.mine) ctx.fillStyle = palette.brass;
  if (look >= seatLook.mine) ctx.strokeStyle = palette.brass;
}

/** Draws one seat about its middle. `pitch` is in pixels of the canvas. */
export function drawSeat(
  ctx: Context2D,
  palette: Palette,
  look: SeatLook,
  tier: number,
  flags: number,
  x: number,
  y: number,
  pitch: number,
): void {
  switch (look) {
    case seatLook.free:
      body(ctx, flags, x, y, pitch, part.free, part.square);
      ctx.fill();
      if (flags && pitch >= signFromPx) sign(ctx, palette.tierInks[tier]!, flags, x, y, pitch);
      return;
    case seatLook.held:
      body(ctx, flags, x, y, pitch, part.held, part.square - 0.1);
      ctx.stroke();
      return;
    case seatLook.sold:
      body(ctx, flags, x, y, pitch, part.sold, part.sold * 2);
      ctx.fill();
      return;
    case seatLook.blocked:
      body(ctx, 0, x, y, pitch, part.gap, 0);
      ctx.fill();
      return;
    case seatLook.choosing:
      body(ctx, flags, x, y, pitch, part.mine - 0.06, part.mine * 2 - 0.12);
      ctx.stroke();
      body(ctx, 0, x, y, pitch, part.mine / 2, 0);
      ctx.fill();
      return;
    default:
      body(ctx, flags, x, y, pitch, part.mine, part.mine * 2);
      ctx.fill();
      tick(ctx, palette.brassInk, x, y, pitch);
      ctx.strokeStyle = palette.brass;
  }
}

function body(
  ctx: Context2D,
  flags: number,
  x: number,
  y: number,
  pitch: number,
  radius: number,
  side: number,
): void {
  ctx.beginPath();
  if (flags === 0) ctx.arc(x, y, pitch * radius, 0, turn);
  else {
    const length = pitch * side;
    ctx.roundRect(x - length / 2, y - length / 2, length, length, length * 0.26);
  }
}

function tick(ctx: Context2D, colour: string, x: number, y: number, pitch: number): void {
  ctx.strokeStyle = colour;
  ctx.beginPath();
  ctx.moveTo(x - pitch * 0.19, y + pitch * 0.02);
  ctx.lineTo(x - pitch * 0.05, y + pitch * 0.16);
  ctx.lineTo(x + pitch * 0.2, y - pitch * 0.15);
  ctx.stroke();
}

/** A wheelchair for an accessible place; two people for a companion's. */
function sign(
  ctx: Context2D,
  colour: string,
  flags: number,
  x: number,
  y: number,
  pitch: number,
): void {
  const { fillStyle, strokeStyle, lineWidth } = ctx;
  const at = (dx: number, dy: number): [number, number] => [x + dx * pitch, y + dy * pitch];
  ctx.fillStyle = colour;
  ctx.strokeStyle = colour;
  ctx.lineWidth = pitch * 0.062;
  ctx.beginPath();
  if (flags & seatFlag.accessible) {
    ctx.arc(...at(-0.05, -0.24), pitch * 0.055, 0, turn);
    ctx.fill();
    ctx.beginPath();
    ctx.arc(...at(-0.03, 0.1), pitch * 0.15, -Math.PI * 0.75, Math.PI * 0.62, true);
    ctx.moveTo(...at(-0.05, -0.14));
    ctx.lineTo(...at(-0.04, 0.05));
    ctx.lineTo(...at(0.12, 0.05));
    ctx.lineTo(...at(0.19, 0.23));
  } else {
    ctx.arc(...at(-0.11, -0.12), pitch * 0.085, 0, turn);
    ctx.arc(...at(0.14, -0.1), pitch * 0.065, 0, turn);
    ctx.fill();
    ctx.beginPath();
    ctx.arc(...at(-0.11, 0.2), pitch * 0.15, Math.PI, turn);
    ctx.moveTo(...at(0.14, 0.07));
    ctx.arc(...at(0.14, 0.2), pitch * 0.13, -Math.PI / 2, 0);
  }
  ctx.stroke();
  ctx.fillStyle = fillStyle;
  ctx.strokeStyle = strokeStyle;
  ctx.lineWidth = lineWidth;
}
