import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grounds, hardestGround, houseAccent, velvet } from './accent';
import { contrast, toOklch } from './oklch';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe("an organizer's colour", () => {
  it('is readable as text and under text, by day and by night, whatever it is', () => {
    fc.assert(
      fc.property(colour, (chosen) => {
        const { light, dark } = houseAccent(chosen);
        expect(contrast(light.accent, hardestGround.light)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(dark.accent, hardestGround.dark)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(light.accent, light.ink)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(dark.accent, dark.ink)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('keeps its hue', () => {
    const teal = '#0e6b7c';
    for (const { accent } of Object.values(houseAccent(teal))) {
      expect(Math.abs(toOklch(accent).h - toOklch(teal).h)).toBeLessThan(0.1);
    }
  });

  it('is left alone where it can be read already', () => {
    expect(houseAccent('#7c1a33').light.accent).toBe('#7c1a33');
  });

  it('is measured against the surfaces that the house really has', () => {
    const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');
    expect(css).toContain(`--color-sunken: ${hardestGround.light};`);
    expect(css).toContain(`--color-raised: ${hardestGround.dark};`);
  });

  it('is shown to who chooses it on the surfaces that the house really has', () => {
    const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');
    const lightsDown = css.indexOf('(prefers-color-scheme: dark)');
    const by = { light: css.slice(0, lightsDown), dark: css.slice(lightsDown) };
    for (const time of ['light', 'dark'] as const) {
      for (const [surface, colour] of Object.entries(grounds[time])) {
        expect(by[time]).toContain(`--color-${surface}: ${colour};`);
      }
      for (const colour of Object.values(velvet[time])) expect(by[time]).toContain(`, ${colour});`);
    }
  });
});
