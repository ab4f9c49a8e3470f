import { insidePolygon, type PlanPoint } from './plan';
import { boxAround, overlap, type PlateBox } from './plate-place';
import type { Context2D } from './seat-shapes';
import type { ZoneArea } from './zone-areas';
import type { ZoneMark } from './zone-marks';
import type { ZoneText, ZoneTexts, ZoneWords } from './zone-text';

/** Room between a text and its section's edge that the text's own size already counts. */
const tightPart = 0.86;

/** Names on sections' shapes: as many words as lie within the shape, if only the name. */
export function onAreas(
  ctx: Context2D,
  texts: ZoneTexts,
  candidates: readonly { mark: ZoneMark; said: ZoneWords; text: ZoneText }[],
  areas: ReadonlyMap<number, ZoneArea>,
  scale: number,
) {
  const taken: PlateBox[] = [];
  return candidates.flatMap(({ mark, said, text: open }) => {
    const area = areas.get(mark.zoneId);
    const sizes = area ? texts.onArea(ctx, said) : [open];
    const boxOf = (text: ZoneText) =>
      boxAround(mark.at, {
        width: (text.width * tightPart) / scale,
        height: (text.height * tightPart) / scale,
      });
    const text = sizes.find((one) => !area || within(area, boxOf(one)));
    if (!text) return [];
    const box = boxOf(text);
    if (taken.some((other) => overlap(other, box))) return [];
    taken.push(box);
    return [{ mark, text, at: mark.at, onArea: area !== undefined }];
  });
}

/** Whether the box's corners and the middles of its sides lie in one of the zone's shapes. */
function within({ outlines }: ZoneArea, [left, top, right, bottom]: PlateBox): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const points: PlanPoint[] = [left, x, right].flatMap((px) =>
    [top, y, bottom].map((py): PlanPoint => [px, py]),
  );
  return outlines.some((outline) => points.every((point) => insidePolygon(outline, ...point)));
}
