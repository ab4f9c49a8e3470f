import { areaStep } from './area-colours';
import type { MapZone } from './map-zone';
import type { Palette } from './palette';
import type { PlanPoint } from './plan';
import { toPixels } from './plan-layer';
import type { Placing } from './seat-painter';
import type { Context2D } from './seat-shapes';
import type { ZoneArea } from './zone-areas';

const faintAlpha = 0.22;

/** A zone's shape with its figures of the moment. `faint`: the filter passes it over. */
export type AreaView = { area: ZoneArea; zone: MapZone; faint: boolean };

/** Draws sections from far away: the fuller the hue, the more is left. */
export function drawAreas(
  ctx: Context2D,
  palette: Palette,
  views: readonly AreaView[],
  placing: Placing,
  alpha: number,
): void {
  ctx.lineJoin = 'round';
  for (const { area, zone, faint } of views) {
    ctx.globalAlpha = alpha * (faint ? faintAlpha : 1);
    traceAll(ctx, area.outlines, placing);
    if (zone.available > 0) open(ctx, palette, zone);
    else if (zone.locked > 0) held(ctx, palette, zone, placing.scale);
    else soldOut(ctx, palette);
  }
  ctx.globalAlpha = 1;
}

/** What is legible on a section. */
export function areaInk(palette: Palette, zone: MapZone): string {
  if (zone.available === 0) return palette.ink;
  return coloursOf(palette, zone).ink;
}

function coloursOf(palette: Palette, { tier, available, capacity }: MapZone) {
  const colours = palette.areas[tier] ?? palette.areas[0]!;
  return colours[areaStep(available / Math.max(capacity, 1))]!;
}

function open(ctx: Context2D, palette: Palette, zone: MapZone): void {
  // The edge first: between two shapes of one zone there is none.
  ctx.strokeStyle = palette.tiers[zone.tier] ?? palette.line;
  ctx.lineWidth = 2;
  ctx.stroke();
  ctx.fillStyle = coloursOf(palette, zone).fill;
  ctx.fill();
}

/** As a held seat is a hollow ring, so a zone that is all held is a hollow shape: it may come back. */
function held(ctx: Context2D, palette: Palette, zone: MapZone, scale: number): void {
  ctx.strokeStyle = palette.tiers[zone.tier] ?? palette.line;
  ctx.lineWidth = 4;
  ctx.setLineDash([Math.max(scale * 2, 4), Math.max(scale * 1.4, 3)]);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.fillStyle = palette.raised;
  ctx.fill();
}

function soldOut(ctx: Context2D, palette: Palette): void {
  const { globalAlpha } = ctx;
  ctx.globalAlpha = globalAlpha * 0.4;
  ctx.fillStyle = palette.sold;
  ctx.fill();
  ctx.globalAlpha = globalAlpha;
}

function traceAll(ctx: Context2D, outlines: readonly PlanPoint[][], placing: Placing): void {
  ctx.beginPath();
  for (const outline of outlines) {
    outline.forEach((point, i) => {
      if (i === 0) ctx.moveTo(...toPixels(point, placing));
      else ctx.lineTo(...toPixels(point, placing));
    });
    ctx.closePath();
  }
}
