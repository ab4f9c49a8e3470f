import { type Channels, contrast, css, inkOn, mixed } from './colour';

/** A section from far away: its ground, and what is legible on it. */
export type AreaColour = { fill: string; ink: string };

/** How much of the tier's hue is in a section, from nearly sold out to nothing sold. */
const shares = [0.22, 0.4, 0.6, 0.8, 1] as const;
/** The least of a zone that must be left for each of the steps above the first. */
const steps = [0.06, 0.2, 0.4, 0.65] as const;
const legible = 4.5;

/** Which of a tier's colours a zone has. @param left the part of its places that is left, 0 to 1 */
export function areaStep(left: number): number {
  return steps.filter((least) => left >= least).length;
}

/** A tier's hue, fading step by step into the ground; where no ink is legible, a little paler. */
export function areaColours(
  hue: Channels,
  ground: Channels,
  ink: Channels,
  paper: Channels,
): AreaColour[] {
  return shares.map((wanted) => {
    let share = wanted;
    let fill = mixed(hue, ground, share);
    let on = inkOn(fill, ink, paper);
    while (contrast(fill, on) < legible && share > 0) {
      share -= 0.05;
      fill = mixed(hue, ground, share);
      on = inkOn(fill, ink, paper);
    }
    return { fill: css(fill), ink: css(on) };
  });
}
