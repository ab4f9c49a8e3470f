/** Red, green and blue, 0 to 255. */
export type Channels = readonly [number, number, number];

/** A part of one colour over another. @param share of the upper one, 0 to 1 */
export function mixed(upper: Channels, ground: Channels, share: number): Channels {
  const part = (i: 0 | 1 | 2) => Math.round(upper[i] * share + ground[i] * (1 - share));
  return [part(0), part(1), part(2)];
}

/** Relative luminance (WCAG 2). */
function luminance(channels: Channels): number {
  const [r, g, b] = channels.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** Contrast ratio (WCAG 2), 1 to 21. */
export function contrast(one: Channels, other: Channels): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Which of two inks is the more legible on a ground. */
export function inkOn<T extends Channels>(ground: Channels, one: T, other: T): T {
  return contrast(ground, one) >= contrast(ground, other) ? one : other;
}

export const css = (channels: Channels) => `rgb(${channels.join(' ')})`;
