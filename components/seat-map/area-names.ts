import { insidePolygon } from './plan';
import { boxAround, overlap, type PlateBox } from './plate-place';
import type { Context2D } from './seat-shapes';
import type { ZoneArea } from './zone-areas';
import type { ZoneMark } from './zone-marks';
import type { ZoneText, ZoneTexts, ZoneWords } from './zone-text';

/** From this arrangement on a text is the name alone; see `onArea` in `zone-text.ts`. */
const nameOnly = 3;
/** Room between a text and its section's edge that the text's own size already counts. */
const tightPart = 0.76;

type Candidate = { mark: ZoneMark; said: ZoneWords };

/** Names on sections' shapes: as many words as lie within the shape, if only the name. */
export function onAreas(
  ctx: Context2D,
  texts: ZoneTexts,
  candidates: readonly Candidate[],
  areas: ReadonlyMap<number, ZoneArea>,
  scale: number,
) {
  const boxOf = (mark: ZoneMark, text: ZoneText) =>
    boxAround(mark.at, {
      width: (text.width * tightPart) / scale,
      height: (text.height * tightPart) / scale,
    });
  const fitting = candidates.flatMap(({ mark, said }) => {
    const area = areas.get(mark.zoneId);
    const sizes = texts.onArea(ctx, said);
    const best = sizes.findIndex((text) => area && within(area, boxOf(mark, text)));
    return best < 0 ? [] : [{ mark, sizes, best }];
  });
  const usual = usualOf(fitting.map(({ best }) => best).filter((best) => best >= nameOnly));
  const taken: PlateBox[] = [];
  return fitting.flatMap(({ mark, sizes, best }) => {
    const text = sizes[best < nameOnly ? best : Math.max(best, usual)]!;
    const box = boxOf(mark, text);
    if (taken.some((other) => overlap(other, box))) return [];
    taken.push(box);
    return [{ mark, text, at: mark.at, onArea: true }];
  });
}

/** What most bare names have room for: in larger letters one would say that its section matters more. */
function usualOf(sizes: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? nameOnly;
}

/** Whether the box's corners and the middles of its sides lie in the zone's shapes. */
function within({ outlines }: ZoneArea, [left, top, right, bottom]: PlateBox): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return [left, x, right].every((px) =>
    [top, y, bottom].every((py) => outlines.some((outline) => insidePolygon(outline, px, py))),
  );
}
