import { contrast, fromOklch, toOklch } from './oklch';

/** The surface of `app/globals.css` on which an accent has the hardest time being read. */
export const hardestGround = { light: '#f0e8d9', dark: '#271823' } as const;

/** The surfaces of `app/globals.css`, to show one house while the other is lit. */
export const grounds = {
  light: { paper: '#f9f4ea', raised: '#fffdf8', ink: '#261a20', line: '#dccfba' },
  dark: { paper: '#1b1019', raised: '#271823', ink: '#f4eadd', line: '#443140' },
} as const;

/** Text on the accent: ivory or the darkest aubergine, whichever reads better. */
const inks = ['#fff6ec', '#1b0b14'] as const;

/** WCAG 2.2, 1.4.3: text at AA. */
const contrastMin = 4.5;
const lightnessStep = 0.005;

export type Accent = { accent: string; ink: string };

/** The product's own, of `app/globals.css`: what a house without a colour shows. */
export const velvet = {
  light: { accent: '#7c1a33', ink: '#fff6ec' },
  dark: { accent: '#de5f7b', ink: '#24060f' },
} as const satisfies Record<string, Accent>;

/**
 * An organizer's colour as it can be used: its hue kept, made darker for the light house and
 * lighter for the dark one until text in it, and text on it, can be read.
 * @param colour `#rrggbb`
 */
export function houseAccent(colour: string): { light: Accent; dark: Accent } {
  return {
    light: readable(colour, hardestGround.light, -lightnessStep),
    dark: readable(colour, hardestGround.dark, lightnessStep),
  };
}

function readable(colour: string, ground: string, step: number): Accent {
  const wanted = toOklch(colour);
  let accent = colour;
  for (let l = wanted.l; l >= 0 && l <= 1; l += step) {
    accent = fromOklch({ ...wanted, l });
    if (contrast(accent, ground) >= contrastMin && contrast(accent, inkOn(accent)) >= contrastMin) {
      break;
    }
  }
  return { accent, ink: inkOn(accent) };
}

function inkOn(accent: string): string {
  const [ivory, aubergine] = inks;
  return contrast(accent, ivory) >= contrast(accent, aubergine) ? ivory : aubergine;
}
