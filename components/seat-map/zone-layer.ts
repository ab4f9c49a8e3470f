import type { MapZone } from './map-zone';
import type { Palette } from './palette';
import { toPixels, trace } from './plan-layer';
import type { Placing } from './seat-painter';
import type { Context2D } from './seat-shapes';
import type { ZoneName } from './zone-names';
import { writeZoneText } from './zone-text';

/** Draws the general zones: an area in its tier's hue. @param asked whether the filter asks for it */
export function drawGeneralZones(
  ctx: Context2D,
  palette: Palette,
  zones: readonly MapZone[],
  asked: (zone: MapZone) => boolean,
  placing: Placing,
): void {
  for (const zone of zones) {
    if (!zone.outline) continue;
    const hue = palette.tiers[zone.tier] ?? palette.ink;
    trace(ctx, zone.outline, placing);
    ctx.lineJoin = 'round';
    // All held is not sold out: it keeps its hue, within a broken edge.
    ctx.fillStyle = zone.available > 0 || zone.locked > 0 ? hue : palette.sold;
    const share = asked(zone) ? 1 : 0.3;
    ctx.globalAlpha = share * fullness(zone);
    ctx.fill();
    ctx.globalAlpha = share * 0.75;
    ctx.strokeStyle = ctx.fillStyle;
    ctx.lineWidth = Math.min(Math.max(placing.scale * 0.1, 1.5), 4);
    const back = zone.available === 0 && zone.locked > 0;
    if (back) ctx.setLineDash([8, 6]);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.globalAlpha = 1;
  }
}

/** Told by its colour, a zone is as full of it as it has of what is told. */
function fullness({ available, capacity, solid }: MapZone): number {
  if (available === 0) return 0.12;
  return solid ? 0.12 + 0.34 * (available / Math.max(capacity, 1)) : 0.16;
}

/** A name over seats: [left, top, right, bottom] in canvas pixels. */
export type ZonePlateRect = { zoneId: number; rect: readonly [number, number, number, number] };

/**
 * Writes zone names. Those over seats get a plate, edged in the hue of the seats that it is for;
 * those on a section's shape are in what is legible there.
 * @param colours by zone; @param dpr canvas pixels per CSS pixel
 * @param plates opacity of the names over seats
 * @returns the plates, which can be clicked
 */
export function drawZoneNames(
  ctx: Context2D,
  palette: Palette,
  names: readonly ZoneName[],
  colours: (zoneId: number) => { hue: string; ink: string },
  placing: Placing,
  dpr: number,
  plates: number,
): ZonePlateRect[] {
  const drawn: ZonePlateRect[] = [];
  for (const { mark, text, at, onArea } of names) {
    const [x, y] = toPixels(at, placing);
    if (onArea) {
      const { ink } = colours(mark.zoneId);
      writeZoneText(ctx, palette, text, x, y, dpr, ink);
      continue;
    }
    if (mark.overSeats) {
      const [halfWidth, halfHeight] = [(text.width * dpr) / 2, (text.height * dpr) / 2];
      const rect = [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight] as const;
      ctx.globalAlpha = plates;
      drawn.push({ zoneId: mark.zoneId, rect });
      drawPlate(ctx, palette, rect, dpr, colours(mark.zoneId).hue);
    }
    writeZoneText(ctx, palette, text, x, y, dpr);
    ctx.globalAlpha = 1;
  }
  return drawn;
}

function drawPlate(
  ctx: Context2D,
  palette: Palette,
  [left, top, right, bottom]: ZonePlateRect['rect'],
  dpr: number,
  hue: string,
): void {
  ctx.beginPath();
  ctx.roundRect(left, top, right - left, bottom - top, Math.min((bottom - top) / 2, 12 * dpr));
  ctx.fillStyle = palette.raised;
  ctx.fill();
  ctx.strokeStyle = hue;
  ctx.lineWidth = dpr;
  ctx.stroke();
}
