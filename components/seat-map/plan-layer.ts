import type { Palette } from './palette';
import { drawField, fieldOf } from './pitch-layer';
import type { PlanPoint, PlanShape, VenuePlan } from './plan';
import { isClosed, polygonBox, polygonMiddle } from './plan';
import type { Placing } from './seat-painter';
import type { Context2D } from './seat-shapes';

type Outline = Exclude<PlanShape, { kind: 'label' }>;

/** Draws the house under the seats: walls, the pitch, the stage with its light. */
export function drawPlan(
  ctx: Context2D,
  palette: Palette,
  plan: VenuePlan,
  placing: Placing,
  /** Null: without words. */
  language: 'es' | 'en' | null,
): void {
  const outlines = plan.shapes.filter((shape): shape is Outline => shape.kind !== 'label');
  const draw = (kind: Outline['kind']) => {
    for (const shape of outlines) {
      if (shape.kind === kind) drawOutline(ctx, palette, shape, placing, language);
    }
  };
  draw('wall');
  const pitches = outlines.filter((shape) => shape.kind === 'pitch');
  const stage = outlines.find((shape) => shape.kind === 'stage');
  // Before a stage it is a floor to stand on.
  const field = stage ? undefined : fieldOf(pitches);
  if (field) {
    drawField(ctx, palette, field, pitches, placing);
    for (const pitch of pitches) writeLabel(ctx, palette, pitch, placing, language);
  } else draw('pitch');
  const house = outlines.find((shape) => shape.kind === 'wall' && isClosed(shape.points));
  if (stage && house) drawLight(ctx, palette, stage, house, placing);
  draw('stage');
}

function drawOutline(
  ctx: Context2D,
  palette: Palette,
  shape: Outline,
  placing: Placing,
  language: 'es' | 'en' | null,
): void {
  const { scale } = placing;
  const area = shape.kind !== 'wall' || isClosed(shape.points);
  trace(ctx, shape.points, placing, area);
  ctx.lineJoin = 'round';
  ctx.lineWidth = Math.min(Math.max(scale * 0.07, 1), 3);
  ctx.strokeStyle = palette.line;
  if (shape.kind === 'stage') {
    ctx.fillStyle = palette.ink;
    ctx.globalAlpha = palette.dark ? 0.14 : 0.9;
    ctx.fill();
    ctx.globalAlpha = 1;
  } else {
    ctx.fillStyle = shape.kind === 'pitch' ? palette.sunken : palette.raised;
    if (area) ctx.fill();
    ctx.stroke();
  }
  writeLabel(ctx, palette, shape, placing, language);
}

/** A shape's word, in its middle. */
function writeLabel(
  ctx: Context2D,
  palette: Palette,
  shape: Outline,
  placing: Placing,
  language: 'es' | 'en' | null,
): void {
  const { scale } = placing;
  if (!shape.label || !language) return;
  const box = polygonBox(shape.points);
  const text = shape.label[language];
  const width = (box[2] - box[0]) * scale;
  const height = (box[3] - box[1]) * scale;
  const [x, y] = toPixels(polygonMiddle(shape.points), placing);
  ctx.fillStyle =
    shape.kind !== 'stage' ? palette.muted : palette.dark ? palette.ink : palette.paper;
  writeSpaced(
    ctx,
    text,
    x,
    y,
    Math.min(fitting(text, width * 0.8, height * 0.5), stageWordMaxPx * devicePixelRatio),
    palette.display,
  );
}

/** The light that spills from the stage into the house, and no further. */
function drawLight(
  ctx: Context2D,
  palette: Palette,
  stage: Outline,
  house: Outline,
  placing: Placing,
): void {
  const [left, top, right, bottom] = polygonBox(stage.points);
  const [x, y] = toPixels([(left + right) / 2, (top + bottom) / 2], placing);
  const radius = Math.hypot(right - left, bottom - top) * placing.scale * 1.2;
  const light = ctx.createRadialGradient(x, y, 0, x, y, radius);
  light.addColorStop(0, palette.brass);
  light.addColorStop(1, palette.brassGone);
  trace(ctx, house.points, placing);
  ctx.globalAlpha = palette.dark ? 0.24 : 0.2;
  ctx.fillStyle = light;
  ctx.fill();
  ctx.globalAlpha = 1;
}

/** Free-standing words of the plan, those that name no zone. */
export function drawPlanWords(
  ctx: Context2D,
  palette: Palette,
  plan: VenuePlan,
  placing: Placing,
): void {
  ctx.fillStyle = palette.muted;
  for (const shape of plan.shapes) {
    if (shape.kind !== 'label' || shape.zone) continue;
    const [x, y] = toPixels(shape.at, placing);
    writeSpaced(ctx, shape.text, x, y, Math.min(placing.scale * 0.9, 28), palette.display);
  }
}

/** The path of a line, or of a polygon. */
export function trace(
  ctx: Context2D,
  points: readonly PlanPoint[],
  placing: Placing,
  closed = true,
): void {
  ctx.beginPath();
  for (const point of points) ctx.lineTo(...toPixels(point, placing));
  if (closed) ctx.closePath();
}

export function toPixels([x, y]: PlanPoint, placing: Placing): PlanPoint {
  return [x * placing.scale + placing.x, y * placing.scale + placing.y];
}

/** The letter height at which a spaced text keeps within a width and a height. */
function fitting(text: string, width: number, height: number): number {
  return Math.min(width / (text.length * 0.78), height);
}

const legiblePx = 7;
const stageWordMaxPx = 26;

function writeSpaced(
  ctx: Context2D,
  text: string,
  x: number,
  y: number,
  sizePx: number,
  family: string,
): void {
  if (sizePx < legiblePx) return;
  ctx.font = `500 ${sizePx}px ${family}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.letterSpacing = `${sizePx * 0.14}px`;
  ctx.fillText(text, x + sizePx * 0.07, y + sizePx * 0.04);
  ctx.letterSpacing = '0px';
}
