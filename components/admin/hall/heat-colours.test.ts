import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, fromOklch } from '@/components/shell/oklch';
import { stepsMax } from './layers';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const [heat, globals] = [read('./heat.css'), read('../../../app/globals.css')];
const nightOf = (sheet: string) => sheet.slice(sheet.indexOf('prefers-color-scheme: dark'));

/** Shades of a layer as written, with its hue and chroma put in. */
function shades(layer: string, dark: boolean): { l: number; hex: string }[] {
  const own = new RegExp(`\\[data-heat="${layer}"\\] {([^}]*)}`).exec(heat)?.[1] ?? '';
  const value = (name: string) =>
    new RegExp(`--heat-${name}: ([\\d.]+)`).exec(own + heat)?.[1] ?? '';
  const sheet = (dark ? nightOf(heat) : heat)
    .replaceAll('var(--heat-chroma)', value('chroma'))
    .replaceAll('var(--heat-hue)', value('hue'));
  return Array.from({ length: stepsMax }, (_, step) => {
    const written = new RegExp(`--color-tier-${step}: oklch\\(([\\d. ]+)\\)`).exec(sheet)?.[1];
    const [l, c, hue] = written!.split(' ').map(Number) as [number, number, number];
    return { l, hex: fromOklch({ l, c, h: (hue * Math.PI) / 180 }) };
  });
}

const ground = (name: string, dark: boolean) =>
  new RegExp(`--color-${name}: (#[0-9a-f]{6});`).exec(dark ? nightOf(globals) : globals)![1]!;

for (const dark of [false, true]) {
  describe(dark ? 'with the lights down' : 'by day', () => {
    for (const layer of ['locks', 'sales', 'abandonment']) {
      it(`each shade of ${layer} is told from the next by its lightness alone`, () => {
        const lightness = shades(layer, dark).map(({ l }) => (dark ? l : -l));
        for (let step = 1; step < stepsMax; step++) {
          expect(lightness[step]! - lightness[step - 1]!).toBeGreaterThan(0.055);
        }
      });

      it(`the faintest shade of ${layer} is seen on every ground of the hall`, () => {
        for (const name of ['sunken', 'raised']) {
          for (const { hex } of shades(layer, dark)) {
            expect(contrast(hex, ground(name, dark))).toBeGreaterThanOrEqual(3);
          }
        }
      });
    }
  });
}
