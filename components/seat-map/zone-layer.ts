import type { MapZone } from './map-zone';
import type { Palette } from './palette';
import { toPixels, trace } from './plan-layer';
import type { Placing } from './seat-painter';
import type { Context2D } from './seat-shapes';
import type { ZoneMark } from './zone-marks';
import { writeZoneText, type ZoneText, type ZoneTexts, type ZoneWords } from './zone-text';

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
/** Which names over seats are written small. */
type Small = 'none' | 'alone' | 'all';
type Placed = { mark: ZoneMark; chosen: ZoneText; x: number; y: number; rect: Rect };
/** A name over seats: [left, top, right, bottom] in canvas pixels. */
export type ZonePlateRect = { zoneId: number; rect: Rect };

/**
 * Writes zone names. Those over seats get a plate, and yield to names already written. When one of
 * them has room for a small name only, or would have to yield, all names that stand alone are small;
 * when one would still have to yield, all over seats are.
 * @param dpr canvas pixels per CSS pixel
 * @param plates opacity of the names over seats
 * @returns the plates, which can be clicked
 */
export function drawZoneNames(
  ctx: Context2D,
  palette: Palette,
  texts: ZoneTexts,
  marks: readonly ZoneMark[],
  words: ReadonlyMap<number, ZoneWords>,
  placing: Placing,
  dpr: number,
  plates: number,
): ZonePlateRect[] {
  const scale = placing.scale / dpr;
  const names = marks.flatMap((mark) => {
    const said = words.get(mark.zoneId);
    if (!said || (mark.overSeats && plates === 0)) return [];
    const [left, top, right, bottom] = mark.box;
    const room = { width: (right - left) * scale, height: (bottom - top) * scale };
    return [{ mark, said, text: texts.fitting(ctx, said, room) }];
  });
  const place = (small: Small): Placed[] => {
    const fitted: Placed[] = [];
    for (const { mark, said, text } of names) {
      const shrinks = small === 'all' || (small === 'alone' && text.lines.length === 1);
      const chosen = mark.overSeats && shrinks ? texts.small(ctx, said) : text;
      const [x, y] = toPixels(mark.at, placing);
      const [halfWidth, halfHeight] = [(chosen.width * dpr) / 2, (chosen.height * dpr) / 2];
      const rect: Rect = [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight];
      if (fitted.some((other) => overlap(other.rect, rect))) continue;
      fitted.push({ mark, chosen, x, y, rect });
    }
    return fitted;
  };
  const smallOnly = names.some(
    ({ mark, said, text }) => mark.overSeats && text === texts.small(ctx, said),
  );
  const tries: Small[] = smallOnly ? ['alone', 'all'] : ['none', 'alone', 'all'];
  let placed: Placed[] = [];
  for (const small of tries) {
    placed = place(small);
    if (placed.length === names.length) break;
  }
  const drawn: ZonePlateRect[] = [];
  for (const { mark, chosen, x, y, rect } of placed) {
    if (mark.overSeats) {
      ctx.globalAlpha = plates;
      drawn.push({ zoneId: mark.zoneId, rect });
      drawPlate(ctx, palette, rect, dpr);
    }
    writeZoneText(ctx, palette, chosen, x, y, dpr);
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
