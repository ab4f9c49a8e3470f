/** The organizer's colour towards the dark of the hall: 0 is the colour itself, 1 nearly black. */
export function shaded(amount: number): string {
  return `color-mix(in oklab, var(--color-scenery), black ${Math.round(amount * 80)}%)`;
}

/** The organizer's colour towards the light of the stage. */
export function lit(amount: number): string {
  return `color-mix(in oklab, var(--color-scenery), var(--color-limelight) ${Math.round(amount * 100)}%)`;
}

/** A number for an attribute, without the noise of floating point. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
