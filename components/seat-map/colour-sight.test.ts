import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { areaColours } from './area-colours';
import { type Channels, contrast } from './colour';

/** Tiers closer than this (ΔE OK × 100) are one hue to the eye at the size of a seat. */
const apartMin = 9;
const groundContrastMin = 3;
const textContrastMin = 4.5;

/**
 * Full dichromacy in linear light, from G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A
 * Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009.
 */
const sights: Record<string, readonly number[]> = {
  'all three cones': [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deuteranopia: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritanopia: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
};

const sheet = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');
const night = sheet.slice(sheet.indexOf('prefers-color-scheme: dark'));

function token(name: string, dark: boolean): Channels {
  const hex = new RegExp(`--color-${name}: #([0-9a-f]{6});`).exec(dark ? night : sheet)?.[1];
  if (!hex) throw new Error(`No colour ${name} in globals.css`);
  return [0, 2, 4].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as unknown as Channels;
}

function linear(channels: Channels): number[] {
  return channels.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
}

const times = (matrix: readonly number[], [a, b, c]: number[]) =>
  [0, 3, 6].map((row) => matrix[row]! * a! + matrix[row + 1]! * b! + matrix[row + 2]! * c!);

/** Linear sRGB to OKLab, from B. Ottosson, "A perceptual color space for image processing", 2020. */
function oklab(rgb: number[]): number[] {
  const cones = times(
    [
      0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566,
      0.0883024619, 0.2817188376, 0.6299787005,
    ],
    rgb.map((part) => Math.min(Math.max(part, 0), 1)),
  ).map(Math.cbrt);
  return times(
    [
      0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099,
      0.0259040371, 0.7827717662, -0.808675766,
    ],
    cones,
  );
}

/** ΔE OK, times a hundred: the distance in OKLab. */
function apart(one: Channels, other: Channels, sight: readonly number[]): number {
  const [a, b] = [one, other].map((colour) => oklab(times(sight, linear(colour))));
  return 100 * Math.hypot(...a!.map((part, i) => part - b![i]!));
}

const tierNames = [0, 1, 2, 3, 4, 5].map((tier) => `tier-${tier}`);
const hueNames = [...tierNames, 'brass'];

describe.each([
  ['by day', false],
  ['by night', true],
])('the prices’ hues %s', (_, dark) => {
  const hues = hueNames.map((name) => token(name, dark));

  it.each(Object.entries(sights))('are told apart, and from brass, with %s', (_, sight) => {
    const close: string[] = [];
    hues.forEach((one, i) => {
      hues.slice(i + 1).forEach((other, k) => {
        const distance = apart(one, other, sight);
        if (distance < apartMin) {
          close.push(`${hueNames[i]}/${hueNames[i + 1 + k]} ${distance.toFixed(1)}`);
        }
      });
    });
    expect(close).toEqual([]);
  });

  it('stand out from every ground that a seat lies on', () => {
    for (const name of tierNames) {
      for (const ground of ['paper', 'raised', 'sunken']) {
        const ratio = contrast(token(name, dark), token(ground, dark));
        expect(ratio, `${name} on ${ground}`).toBeGreaterThanOrEqual(groundContrastMin);
      }
    }
  });

  it('bear a section’s name legibly, however faded the section is', () => {
    const [ink, paper, raised] = ['ink', 'paper', 'raised'].map((name) => token(name, dark));
    for (const name of tierNames) {
      for (const { fill, ink: on } of areaColours(token(name, dark), raised!, ink!, paper!)) {
        const [ground, text] = [fill, on].map(
          (colour) => colour.match(/\d+/g)!.map(Number) as unknown as Channels,
        );
        expect(contrast(ground!, text!), `${name} ${fill}`).toBeGreaterThanOrEqual(textContrastMin);
      }
    }
  });
});
