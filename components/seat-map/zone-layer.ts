import type { MapZone } from './map-zone';
import type { Palette } from './palette';
import { toPixels, trace } from './plan-layer';
import type { Placing } from './seat-painter';
import type { Context2D } from './seat-shapes';
import type { ZoneMark } from './zone-marks';
import { arrangeZoneText, writeZoneText, type ZoneWords } from './zone-text';

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
/** A name over seats: [left, top, right, bottom] in canvas pixels. */
export type ZonePlateRect = { zoneId: number; rect: Rect };

/**
 * Writes zone names. Those over seats get a plate, and yield to names already written.
 * @param dpr canvas pixels per CSS pixel
 * @param plates opacity of the names over seats
 * @returns the plates, which can be clicked
 */
export function drawZoneNames(
  ctx: Context2D,
  palette: Palette,
  marks: readonly ZoneMark[],
  words: ReadonlyMap<number, ZoneWords>,
  placing: Placing,
  dpr: number,
  plates: number,
): ZonePlateRect[] {
  const taken: Rect[] = [];
  const drawn: ZonePlateRect[] = [];
  for (const { at, box, overSeats, zoneId } of marks) {
    const text = words.get(zoneId);
    if (!text || (overSeats && plates === 0)) continue;
    const scale = placing.scale / dpr;
    const room = { width: (box[2] - box[0]) * scale, height: (box[3] - box[1]) * scale };
    const arranged = arrangeZoneText(ctx, palette, text, dpr, room);
    const [x, y] = toPixels(at, placing);
    const [halfWidth, halfHeight] = [arranged.width / 2, arranged.height / 2];
    const rect: Rect = [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight];
    if (taken.some((other) => overlap(other, rect))) continue;
    taken.push(rect);
    ctx.globalAlpha = overSeats ? plates : 1;
    if (overSeats) {
      drawn.push({ zoneId, rect });
      drawPlate(ctx, palette, rect, dpr);
    }
    writeZoneText(ctx, palette, arranged, x, y, dpr);
    ctx.globalAlpha = 1;
  }
  return drawn;
}

function drawPlate(ctx: Context2D, palette: Palette, rect: Rect, dpr: number): void {
  const [left, top, right, bottom] = rect;
  ctx.beginPath();
  ctx.roundRect(left, top, right - left, bottom - top, Math.min((bottom - top) / 2, 12 * dpr));
  ctx.fillStyle = palette.raised;
  ctx.fill();
  ctx.strokeStyle = palette.line;
  ctx.lineWidth = dpr;
  ctx.stroke();
}

function overlap(a: Rect, b: Rect): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
