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
const forWheelchairs = seatFlag.accessible | seatFlag.companion;
/** Of a seat with a restricted view the top is cut off: half the angle of what is missing. */
const cutHalfAngle = 1.15;
const cutFromPx = 10;
const faintAlpha = 0.16;

/** Prepares the context for seats of one look and tier. @param faint passed over by the filter */
export function styleSeats(
  ctx: Context2D,
  palette: Palette,
  look: SeatLook,
  tier: number,
  pitch: number,
  faint = false,
): void {
  const hue = palette.tiers[tier] ?? palette.ink;
  const held = palette.strong ? 1 : 0.6;
  ctx.globalAlpha = look === seatLook.held ? held : look === seatLook.returning ? 0.5 : 1;
  if (faint && look < seatLook.mine) ctx.globalAlpha = faintAlpha;
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

/** Adds a seat about its middle to the path. `pitch` is in pixels of the canvas. */
export function traceSeat(
  ctx: Context2D,
  look: SeatLook,
  flags: number,
  x: number,
  y: number,
  pitch: number,
): void {
  switch (look) {
    case seatLook.free:
      if (flags === seatFlag.restrictedView && pitch >= cutFromPx) cut(ctx, x, y, pitch);
      else body(ctx, flags, x, y, pitch, part.free, part.square);
      return;
    case seatLook.held:
      body(ctx, flags, x, y, pitch, part.held, part.square - 0.1);
      return;
    case seatLook.sold:
      body(ctx, flags, x, y, pitch, part.sold, part.sold * 2);
      return;
    case seatLook.blocked:
      body(ctx, 0, x, y, pitch, part.gap, 0);
      return;
    case seatLook.choosing:
      body(ctx, flags, x, y, pitch, part.mine - 0.06, part.mine * 2 - 0.12);
      return;
    default:
      body(ctx, flags, x, y, pitch, part.mine, part.mine * 2);
  }
}

/** Draws the path of seats of one look. */
export function finishSeats(ctx: Context2D, look: SeatLook): void {
  if (look === seatLook.held || look === seatLook.choosing) ctx.stroke();
  else ctx.fill();
}

/**
 * Draws what lies on a seat: wheelchair, companion, tick, the dot of a choice on its way.
 * @returns false when no seat of this look bears anything at this pitch
 */
export function drawSigns(
  ctx: Context2D,
  palette: Palette,
  look: SeatLook,
  tier: number,
  flags: number,
  x: number,
  y: number,
  pitch: number,
): boolean {
  if (look === seatLook.free) {
    if (pitch < signFromPx) return false;
    if (flags & forWheelchairs) sign(ctx, palette.tierInks[tier]!, flags, x, y, pitch);
    return true;
  }
  if (look < seatLook.mine) return false;
  if (look === seatLook.choosing) {
    ctx.beginPath();
    body(ctx, 0, x, y, pitch, part.mine / 2, 0);
    ctx.fill();
    return true;
  }
  tick(ctx, palette.brassInk, x, y, pitch);
  ctx.strokeStyle = palette.brass;
  return true;
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
  if ((flags & forWheelchairs) === 0) {
    ctx.moveTo(x + pitch * radius, y);
    ctx.arc(x, y, pitch * radius, 0, turn);
  } else {
    const length = pitch * side;
    ctx.roundRect(x - length / 2, y - length / 2, length, length, length * 0.26);
  }
}

function cut(ctx: Context2D, x: number, y: number, pitch: number): void {
  const [from, to] = [cutHalfAngle - Math.PI / 2, turn - cutHalfAngle - Math.PI / 2];
  const radius = pitch * part.free;
  ctx.moveTo(x + radius * Math.cos(from), y + radius * Math.sin(from));
  ctx.arc(x, y, radius, from, to);
  ctx.closePath();
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
