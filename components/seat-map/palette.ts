import { type AreaColour, areaColours } from './area-colours';
import { type Channels, contrast, css, inkOn } from './colour';

/** The map's colours and typefaces, resolved for the theme of the moment. */
export type Palette = {
  dark: boolean;
  /** The reader asked for more contrast: nothing is faded that can be told without. */
  strong: boolean;
  paper: string;
  raised: string;
  sunken: string;
  ink: string;
  muted: string;
  line: string;
  /** Of a playing field. */
  grass: string;
  accent: string;
  accentInk: string;
  brass: string;
  /** Brass without any opacity: what its light fades into. */
  brassGone: string;
  brassInk: string;
  sold: string;
  gap: string;
  /** Hue of a free seat by price tier, and what is legible on it. */
  tiers: string[];
  tierInks: string[];
  /** A section's colours from far away, by tier and by `areaStep`. */
  areas: AreaColour[][];
  sans: string;
  display: string;
};

const tokens = {
  paper: ['var(--color-paper)', 'Canvas'],
  raised: ['var(--color-raised)', 'Canvas'],
  sunken: ['var(--color-sunken)', 'Canvas'],
  ink: ['var(--color-ink)', 'CanvasText'],
  muted: ['var(--color-muted)', 'CanvasText'],
  line: ['var(--color-line)', 'CanvasText'],
  grass: ['var(--color-good-soft)', 'Canvas'],
  accent: ['var(--color-accent)', 'LinkText'],
  accentInk: ['var(--color-accent-ink)', 'Canvas'],
  brass: ['var(--color-brass)', 'Highlight'],
  brassInk: ['var(--color-brass-ink)', 'HighlightText'],
  sold: ['var(--color-seat-sold)', 'GrayText'],
  gap: ['var(--color-seat-gap)', 'GrayText'],
} as const;

const tierTokens = [
  'var(--color-tier-0)',
  'var(--color-tier-1)',
  'var(--color-tier-2)',
  'var(--color-tier-3)',
  'var(--color-tier-4)',
  'var(--color-tier-5)',
];

/**
 * Reads the palette through an element, because a canvas knows nothing of CSS variables and the
 * value of one may be a formula. With forced colours it is made of system colours, and the shapes
 * alone tell the seats apart.
 * @param probe an unseen element inside the themed page
 */
export function readPalette(probe: HTMLElement): Palette {
  // On its way from one colour to the next it would answer with the one before.
  probe.style.transition = 'none';
  const forced = matchMedia('(forced-colors: active)').matches ? 1 : 0;
  const style = getComputedStyle(probe);
  const resolve = (value: string) => {
    probe.style.color = value;
    return style.color;
  };
  const colours = Object.fromEntries(
    Object.entries(tokens).map(([name, value]) => [name, resolve(value[forced])]),
  ) as Record<keyof typeof tokens, string>;
  const tiers = tierTokens.map((value) => resolve(forced ? 'CanvasText' : value));
  probe.style.color = '';
  probe.style.fontFamily = 'var(--font-display)';
  const display = style.fontFamily;
  probe.style.fontFamily = 'var(--font-sans)';
  const sans = style.fontFamily;
  probe.style.fontFamily = '';
  const read = channelReader();
  const brassGone = `rgb(${read(colours.brass).join(' ')} / 0)`;
  const [ink, paper, raised] = [read(colours.ink), read(colours.paper), read(colours.raised)];
  const hues = tiers.map(read);
  const strong = forced === 1 || matchMedia('(prefers-contrast: more)').matches;
  return {
    ...colours,
    brassGone,
    dark: contrast(ink, [0, 0, 0]) > contrast(paper, [0, 0, 0]),
    strong,
    tiers,
    tierInks: hues.map((hue) => css(inkOn(hue, ink, paper))),
    // With forced colours an area keeps to the page's ground, and its edge tells what it is.
    areas: hues.map((hue) => areaColours(forced ? paper : hue, raised, ink, paper)),
    sans,
    display,
  };
}

/** Reads any CSS colour's red, green and blue, 0 to 255, by painting a pixel with it. */
function channelReader(): (colour: string) => Channels {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gave no 2D context');
  return (colour) => {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
}
