import type { Chart } from './chart';

/** A row's seats along its longer extent, however they are numbered. */
export function inLine(chart: Pick<Chart, 'x' | 'y'>, seats: Int32Array): Int32Array {
  const axis = extent(chart.x, seats) >= extent(chart.y, seats) ? chart.x : chart.y;
  let rises = true;
  for (let k = 1; rises && k < seats.length; k++) {
    rises = axis[seats[k - 1]!]! <= axis[seats[k]!]!;
  }
  return rises ? seats : seats.slice().sort((a, b) => axis[a]! - axis[b]!);
}

function extent(axis: Float32Array, seats: Int32Array): number {
  let [low, high] = [Infinity, -Infinity];
  for (const seat of seats) {
    low = Math.min(low, axis[seat]!);
    high = Math.max(high, axis[seat]!);
  }
  return high - low;
}
