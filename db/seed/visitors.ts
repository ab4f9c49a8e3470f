import { randomBytes } from 'node:crypto';

type Device = 'phone' | 'tablet' | 'desktop' | 'program' | null;

/** Whoever has a cart, as far as the product knows. */
export type Visitor = { device: Device; addressHash: string | null };

/** Of a hundred carts; `null`: the browser did not say. */
const devices: [Device, percent: number][] = [
  ['phone', 58],
  ['desktop', 29],
  ['tablet', 9],
  [null, 3],
  ['program', 1],
];

export function visitor(random: () => number): Visitor {
  return { device: weighted(random, devices), addressHash: randomBytes(16).toString('base64url') };
}

/** One of the choices, each as often as its weight says. */
export function weighted<T>(random: () => number, choices: readonly [T, number][]): T {
  let left = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  return choices[0]![0];
}
