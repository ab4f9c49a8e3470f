import type { Palette } from './palette';
import type { Context2D } from './seat-shapes';

/** The words written on a zone: its name, its price, what is left of it. */
export type ZoneWords = {
  name: string;
  price: string;
  left: string;
  /** "from 45 €" and "120 left": what there is room for on a section's shape. */
  from: string;
  count: string;
};

/** One line of a zone's words: size in CSS pixels, place relative to the middle. */
type Line = { text: string; sizePx: number; name: boolean; dy: number };
export type ZoneText = { lines: Line[]; width: number; height: number };

/** Room for the words, in CSS pixels. */
export type Room = { width: number; height: number };

const namePx = 14;
const smallNamePx = 11;
const leastNamePx = 9;
const linePx = 11.5;
const knownMax = 1_000;

/** Arrangements from the fullest to the least; see `arrangements`. */
const smallName = 4;

/** Name over price and what is left; the three under each other; name and price in a line; … */
function arrangements({ name, price, left }: ZoneWords): Line[][] {
  const title = (text: string, dy: number, sizePx = namePx): Line => ({
    text,
    sizePx,
    name: true,
    dy,
  });
  const line = (text: string, dy: number): Line => ({ text, sizePx: linePx, name: false, dy });
  return [
    [title(name, -8), line(`${price} · ${left}`, 9)],
    [title(name, -16), line(price, 2), line(left, 17)],
    [title(`${name} · ${price}`, 0.5)],
    [title(name, 0.5)],
    [title(name, 0.5, smallNamePx)],
  ];
}

/** On a section's shape: the more room, the more words. */
function onArea({ name, from, count }: ZoneWords): Line[][] {
  const line = (text: string, dy: number): Line => ({ text, sizePx: linePx, name: false, dy });
  const title = (dy: number, sizePx: number): Line => ({ text: name, sizePx, name: true, dy });
  return [
    [title(-16, namePx), line(from, 2), line(count, 17)],
    [title(-8, namePx), line(`${from} · ${count}`, 9)],
    [title(-8, namePx), line(from, 9)],
    [title(0.5, namePx)],
    [title(0.5, smallNamePx)],
    [title(0.5, leastNamePx)],
    stacked(name),
  ];
}

/** A name of several words, one under the other. */
function stacked(name: string): Line[] {
  const words = name.split(' ');
  const pitch = leastNamePx + 2;
  return words.map((text, i) => ({
    text,
    sizePx: leastNamePx,
    name: true,
    dy: (i - (words.length - 1) / 2) * pitch,
  }));
}

/** Beside seats that are told apart there is room for a small line only, the fuller one first. */
function besideSeats({ name, price }: ZoneWords): Line[][] {
  return [`${name} · ${price}`, name].map((text) => [
    { text, sizePx: smallNamePx, name: true, dy: 0.5 },
  ]);
}

/** Arranges zones' words. Measuring text is slow, so each is measured once. */
export class ZoneTexts {
  private readonly known = new Map<
    string,
    { amid: ZoneText[]; area: ZoneText[]; beside: ZoneText[] }
  >();

  constructor(private readonly palette: Palette) {}

  /**
   * The fullest arrangement that fits the room, or the least when none does.
   * @returns sizes in CSS pixels
   */
  fitting(ctx: Context2D, words: ZoneWords, room: Room): ZoneText {
    const all = this.measured(ctx, words).amid;
    const fits = (text: ZoneText) => text.width <= room.width && text.height <= room.height;
    return all.find(fits) ?? all[smallName]!;
  }

  small(ctx: Context2D, words: ZoneWords): ZoneText {
    return this.measured(ctx, words).amid[smallName]!;
  }

  /** The fullest first. */
  onArea(ctx: Context2D, words: ZoneWords): ZoneText[] {
    return this.measured(ctx, words).area;
  }

  /** The fullest first. */
  beside(ctx: Context2D, words: ZoneWords): ZoneText[] {
    return this.measured(ctx, words).beside;
  }

  private measured(ctx: Context2D, words: ZoneWords) {
    const key = `${words.name}/${words.price}/${words.left}`;
    let texts = this.known.get(key);
    if (!texts) {
      if (this.known.size > knownMax) this.known.clear();
      const sized = (lines: Line[]) => measure(ctx, this.palette, lines);
      texts = {
        amid: arrangements(words).map(sized),
        area: onArea(words).map(sized),
        beside: besideSeats(words).map(sized),
      };
      this.known.set(key, texts);
    }
    return texts;
  }
}

function measure(ctx: Context2D, palette: Palette, lines: Line[]): ZoneText {
  let width = 0;
  for (const { text, sizePx, name } of lines) {
    ctx.font = font(palette, name, sizePx);
    width = Math.max(width, ctx.measureText(text).width);
  }
  if (lines[0]!.sizePx <= smallNamePx) {
    return { lines, width: width + 9, height: 16 + (lines.length - 1) * (leastNamePx + 2) };
  }
  if (lines.length === 1) return { lines, width: width + 15, height: 22 };
  return { lines, width: width + 22, height: lines.length === 2 ? 42 : 58 };
}

/** Writes arranged words about a point. */
export function writeZoneText(
  ctx: Context2D,
  palette: Palette,
  { lines }: ZoneText,
  x: number,
  y: number,
  dpr: number,
  /** Of all lines, where it is not the page's own. */
  ink?: string,
): void {
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const { text, sizePx, name, dy } of lines) {
    ctx.fillStyle = ink ?? (name ? palette.ink : palette.muted);
    ctx.font = font(palette, name, sizePx * dpr);
    ctx.fillText(text, x, y + dy * dpr);
  }
}

function font(palette: Palette, name: boolean, sizePx: number): string {
  return name ? `600 ${sizePx}px ${palette.display}` : `500 ${sizePx}px ${palette.sans}`;
}
