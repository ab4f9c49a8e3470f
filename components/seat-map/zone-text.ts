import type { Palette } from './palette';
import type { Context2D } from './seat-shapes';

/** The words written on a zone: its name, its price, what is left of it. */
export type ZoneWords = { name: string; price: string; left: string };

/** One line of a zone's words: size in CSS pixels, place relative to the middle. */
type Line = { text: string; sizePx: number; name: boolean; dy: number };
export type ZoneText = { lines: Line[]; width: number; height: number };

/** Room for the words, in CSS pixels. */
export type Room = { width: number; height: number };

const namePx = 14;
const smallNamePx = 11;
const linePx = 11.5;

/**
 * Chooses the fullest arrangement of a zone's words that fits its room: name over price and what
 * is left; the three under each other; name and price in a line; the name; a small name.
 * @returns sizes in canvas pixels; the last arrangement when none fits
 */
export function arrangeZoneText(
  ctx: Context2D,
  palette: Palette,
  { name, price, left }: ZoneWords,
  dpr: number,
  room: Room,
): ZoneText {
  const line = (text: string, dy: number): Line => ({ text, sizePx: linePx, name: false, dy });
  const title = (text: string, dy: number, sizePx = namePx): Line => ({
    text,
    sizePx,
    name: true,
    dy,
  });
  const arrangements = [
    [title(name, -8), line(`${price} · ${left}`, 9)],
    [title(name, -16), line(price, 2), line(left, 17)],
    [title(`${name} · ${price}`, 0.5)],
    [title(name, 0.5)],
    [title(name, 0.5, smallNamePx)],
  ];
  let text: ZoneText = { lines: [], width: 0, height: 0 };
  for (const lines of arrangements) {
    text = measured(ctx, palette, lines, dpr);
    if (text.width <= room.width * dpr && text.height <= room.height * dpr) break;
  }
  return text;
}

function measured(ctx: Context2D, palette: Palette, lines: Line[], dpr: number): ZoneText {
  let width = 0;
  for (const { text, sizePx, name } of lines) {
    ctx.font = font(palette, name, sizePx * dpr);
    width = Math.max(width, ctx.measureText(text).width);
  }
  const small = lines[0]!.sizePx === smallNamePx;
  const heights = small ? 16 : lines.length === 1 ? 22 : lines.length === 2 ? 42 : 58;
  const pad = small ? 9 : lines.length === 1 ? 15 : 22;
  return { lines, width: width + pad * dpr, height: heights * dpr };
}

/** Writes arranged words about a point. */
export function writeZoneText(
  ctx: Context2D,
  palette: Palette,
  { lines }: ZoneText,
  x: number,
  y: number,
  dpr: number,
): void {
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const { text, sizePx, name, dy } of lines) {
    ctx.fillStyle = name ? palette.ink : palette.muted;
    ctx.font = font(palette, name, sizePx * dpr);
    ctx.fillText(text, x, y + dy * dpr);
  }
}

function font(palette: Palette, name: boolean, sizePx: number): string {
  return name ? `600 ${sizePx}px ${palette.display}` : `500 ${sizePx}px ${palette.sans}`;
}
