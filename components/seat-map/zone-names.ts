import { onAreas } from './area-names';
import type { Chart } from './chart';
import type { PlanPoint } from './plan';
import { boxAround, overlap, type PlateBox, placePlate } from './plate-place';
import type { Context2D } from './seat-shapes';
import type { ZoneArea } from './zone-areas';
import type { ZoneMark } from './zone-marks';
import type { ZoneText, ZoneTexts, ZoneWords } from './zone-text';

/** From this scale on seats are told apart one by one, and a plate stays off them where it can. */
const keepsOffFromPx = 6;

/** Which names over seats are written small. */
type Small = 'none' | 'alone' | 'all';
/** A zone's name with the words that there is room for. */
export type ZoneName = { mark: ZoneMark; text: ZoneText; at: PlanPoint; onArea?: boolean };
type Candidate = { mark: ZoneMark; said: ZoneWords; text: ZoneText };
/** `far`: sections are shapes; scale in CSS pixels a seat; the box is what the window shows. */
type Looking = { scale: number; box: PlateBox; moving: boolean; far: boolean };
type Known = Looking & { words: unknown; texts: ZoneTexts; names: ZoneName[] };

/** While the plan moves, names keep their places until the scale has changed by this much. */
const keptRatio = 1.25;

/**
 * Finds where zone names go, for the zones in the window and some way about it. Places hold for a
 * scale, and are kept while it stays.
 */
export class ZoneNames {
  private known: Known | null = null;
  private readonly areas: ReadonlyMap<number, ZoneArea>;

  /** @param bounds of the plan: no plate leaves it to keep off the seats */
  constructor(
    private readonly chart: Chart,
    private readonly marks: readonly ZoneMark[],
    areas: readonly ZoneArea[],
    private readonly bounds: PlateBox,
  ) {
    this.areas = new Map(areas.map((area) => [area.zoneId, area]));
  }

  at(
    ctx: Context2D,
    texts: ZoneTexts,
    words: ReadonlyMap<number, ZoneWords>,
    looking: Looking,
  ): ZoneName[] {
    const { known } = this;
    if (known && known.words === words && known.texts === texts && holds(known, looking)) {
      return known.names;
    }
    const [left, top, right, bottom] = looking.box;
    const [dx, dy] = [(right - left) / 2, (bottom - top) / 2];
    const box: PlateBox = [left - dx, top - dy, right + dx, bottom + dy];
    const names = this.find(ctx, texts, words, { ...looking, box });
    this.known = { ...looking, box, words, texts, names };
    return names;
  }

  private find(
    ctx: Context2D,
    texts: ZoneTexts,
    words: ReadonlyMap<number, ZoneWords>,
    { scale, box, far }: Looking,
  ): ZoneName[] {
    const candidates = this.marks.flatMap((mark) => {
      const said = words.get(mark.zoneId);
      if (!said || !overlap(mark.box, box)) return [];
      const [left, top, right, bottom] = mark.box;
      const room = { width: (right - left) * scale, height: (bottom - top) * scale };
      return [{ mark, said, text: texts.fitting(ctx, said, room) }];
    });
    if (far) return onAreas(ctx, texts, candidates, this.areas, scale);
    return scale < keepsOffFromPx
      ? amidSeats(ctx, texts, candidates, scale)
      : this.besideSeats(ctx, texts, candidates, scale);
  }

  private besideSeats(
    ctx: Context2D,
    texts: ZoneTexts,
    candidates: Candidate[],
    scale: number,
  ): ZoneName[] {
    const open = candidates.filter(({ mark }) => !mark.overSeats);
    const names = open.map(({ mark, text }): ZoneName => ({ mark, text, at: mark.at }));
    // No plate stands on a zone that is drawn as an area.
    const taken: PlateBox[] = names.map(({ at, text, mark }) =>
      around(mark.box, boxAround(at, unitsOf(text, scale))),
    );
    for (const { mark, said } of candidates.filter((one) => one.mark.overSeats)) {
      const beside = texts.beside(ctx, said);
      const sizes = beside.map((text) => unitsOf(text, scale));
      const place = placePlate(this.chart, mark, sizes, taken, this.bounds);
      if (!place) continue;
      taken.push(place.box);
      const [left, top, right, bottom] = place.box;
      names.push({
        mark,
        text: beside[place.size]!,
        at: [(left + right) / 2, (top + bottom) / 2],
      });
    }
    return names;
  }
}

/**
 * Names over seats yield to names already written. When one of them has room for a small name only,
 * or would have to yield, all names that stand alone are small; when one would still have to yield,
 * all over seats are.
 */
function amidSeats(
  ctx: Context2D,
  texts: ZoneTexts,
  candidates: Candidate[],
  scale: number,
): ZoneName[] {
  const place = (small: Small): ZoneName[] => {
    const names: ZoneName[] = [];
    const taken: PlateBox[] = [];
    for (const { mark, said, text: full } of candidates) {
      const shrinks = small === 'all' || (small === 'alone' && full.lines.length === 1);
      const text = mark.overSeats && shrinks ? texts.small(ctx, said) : full;
      const box = boxAround(mark.at, unitsOf(text, scale));
      if (taken.some((other) => overlap(other, box))) continue;
      taken.push(box);
      names.push({ mark, text, at: mark.at });
    }
    return names;
  };
  const smallOnly = candidates.some(
    ({ mark, said, text }) => mark.overSeats && text === texts.small(ctx, said),
  );
  const tries: Small[] = smallOnly ? ['alone', 'all'] : ['none', 'alone', 'all'];
  let names: ZoneName[] = [];
  for (const small of tries) {
    names = place(small);
    if (names.length === candidates.length) break;
  }
  return names;
}

/** Whether names found for one view hold for another. */
function holds(known: Looking, { scale, box, moving, far }: Looking): boolean {
  const ratio = Math.max(scale, known.scale) / Math.min(scale, known.scale);
  const near = moving && !far ? ratio < keptRatio : ratio === 1;
  const inside =
    box[0] >= known.box[0] &&
    box[1] >= known.box[1] &&
    box[2] <= known.box[2] &&
    box[3] <= known.box[3];
  return known.far === far && near && inside;
}

export function unitsOf({ width, height }: ZoneText, scale: number) {
  return { width: width / scale, height: height / scale };
}

function around(a: PlateBox, b: PlateBox): PlateBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
