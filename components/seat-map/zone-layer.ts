import type { MapZone } from './map-zone';
import type { Palette } from './palette';
import { toPixels, trace } from './plan-layer';
import type { Placing } from './seat-painter';
import type { Context2D } from './seat-shapes';
import type { ZoneMark } from './zone-marks';

/** The words written on a zone: its name, and the line under it (price, what is left). */
export type ZoneWords = { name: string; line: string };

/** Draws the general zones: an area in its tier's hue. */
export function drawGeneralZones(
  ctx: Context2D,
  palette: Palette,
  zones: readonly MapZone[],
  placing: Placing,
): void {
  for (const zone of zones) {
    if (!zone.outline) continue;
    const hue = palette.tiers[zone.tier] ?? palette.ink;
    trace(ctx, zone.outline, placing);
    ctx.lineJoin = 'round';
    ctx.fillStyle = zone.available > 0 ? hue : palette.sold;
    ctx.globalAlpha = zone.available > 0 ? 0.16 : 0.12;
    ctx.fill();
    ctx.globalAlpha = 0.75;
    ctx.strokeStyle = ctx.fillStyle;
    ctx.lineWidth = Math.min(Math.max(placing.scale * 0.1, 1.5), 4);
    ctx.stroke();
    ctx.globalAlpha = 1;
  }
}

type Rect = [number, number, number, number];

/**
 * Writes zone names. Names over seats get a plate, yield to those already written, and go once
 * seats are large enough to be chosen.
 * @param dpr canvas pixels per CSS pixel
 * @param seatsLarge whether seats are large enough to be chosen
 */
export function drawZoneNames(
  ctx: Context2D,
  palette: Palette,
  marks: readonly ZoneMark[],
  words: ReadonlyMap<number, ZoneWords>,
  general: ReadonlySet<number>,
  placing: Placing,
  dpr: number,
  seatsLarge: boolean,
): void {
  const taken: Rect[] = [];
  for (const mark of marks) {
    const text = words.get(mark.zoneId);
    if (!text) continue;
    const free = mark.placed || general.has(mark.zoneId);
    if (seatsLarge && !free) continue;
    const room = free ? Infinity : (mark.box[2] - mark.box[0]) * placing.scale * 1.15;
    const plate = measure(ctx, palette, text, dpr, room);
    const [x, y] = toPixels(mark.at, placing);
    const rect: Rect = [
      x - plate.width / 2,
      y - plate.height / 2,
      x + plate.width / 2,
      y + plate.height / 2,
    ];
    if (taken.some((other) => overlap(other, rect))) continue;
    taken.push(rect);
    if (!free) drawPlate(ctx, palette, rect, dpr);
    write(ctx, palette, text, x, y, dpr, plate.line);
  }
}

const nameFont = (palette: Palette, dpr: number) => `600 ${14 * dpr}px ${palette.display}`;
const lineFont = (palette: Palette, dpr: number) => `500 ${11.5 * dpr}px ${palette.sans}`;

function measure(ctx: Context2D, palette: Palette, text: ZoneWords, dpr: number, room: number) {
  ctx.font = nameFont(palette, dpr);
  const name = ctx.measureText(text.name).width;
  ctx.font = lineFont(palette, dpr);
  const under = ctx.measureText(text.line).width;
  const pad = 20 * dpr;
  const line = Math.max(name, under) + pad <= room;
  return {
    line,
    width: (line ? Math.max(name, under) : name) + pad,
    height: (line ? 40 : 25) * dpr,
  };
}

function drawPlate(ctx: Context2D, palette: Palette, rect: Rect, dpr: number): void {
  const [left, top, right, bottom] = rect;
  ctx.beginPath();
  ctx.roundRect(left, top, right - left, bottom - top, Math.min((bottom - top) / 2, 12 * dpr));
  ctx.globalAlpha = 0.94;
  ctx.fillStyle = palette.raised;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.strokeStyle = palette.line;
  ctx.lineWidth = dpr;
  ctx.stroke();
}

function write(
  ctx: Context2D,
  palette: Palette,
  text: ZoneWords,
  x: number,
  y: number,
  dpr: number,
  line: boolean,
): void {
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = palette.ink;
  ctx.font = nameFont(palette, dpr);
  ctx.fillText(text.name, x, line ? y - 8 * dpr : y + 0.5 * dpr);
  if (!line) return;
  ctx.fillStyle = palette.muted;
  ctx.font = lineFont(palette, dpr);
  ctx.fillText(text.line, x, y + 9 * dpr);
}

function overlap(a: Rect, b: Rect): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
