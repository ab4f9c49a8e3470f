import type { Palette } from './palette';
import { type PlanShape, polygonBox } from './plan';
import { trace } from './plan-layer';
import type { Placing } from './seat-painter';
import type { Context2D } from './seat-shapes';

type Pitch = Extract<PlanShape, { kind: 'stage' | 'pitch' | 'wall' }>;

/** Narrower than this it is no playing field, but a stand or a desk on the floor. */
const fieldFromUnits = 60;
const bands = 14;

/** The playing field among a plan's pitches: the widest, where it is wide enough. */
export function fieldOf(pitches: readonly Pitch[]): Pitch | undefined {
  const width = ({ points }: Pitch) => {
    const [left, , right] = polygonBox(points);
    return right - left;
  };
  const [widest] = pitches.toSorted((a, b) => width(b) - width(a));
  return widest && width(widest) >= fieldFromUnits ? widest : undefined;
}

/** Grass mown in bands, and the lines on it. */
export function drawField(
  ctx: Context2D,
  palette: Palette,
  field: Pitch,
  lines: readonly Pitch[],
  placing: Placing,
): void {
  const [left, top, right, bottom] = polygonBox(field.points);
  const { scale, x, y } = placing;
  trace(ctx, field.points, placing);
  ctx.fillStyle = palette.grass;
  ctx.fill();
  ctx.save();
  ctx.clip();
  ctx.globalAlpha = 0.05;
  ctx.fillStyle = palette.ink;
  const band = (right - left) / bands;
  for (let n = 0; n < bands; n += 2) {
    ctx.fillRect(
      (left + n * band) * scale + x,
      top * scale + y,
      band * scale,
      (bottom - top) * scale,
    );
  }
  ctx.restore();
  ctx.strokeStyle = palette.muted;
  ctx.globalAlpha = 0.45;
  ctx.lineWidth = Math.min(Math.max(scale * 0.16, 1), 3);
  for (const { points } of lines) {
    trace(ctx, points, placing);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}
