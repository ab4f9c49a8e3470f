import type { Chart } from './chart';
import { eachRun } from './seat-grid';

export type Direction = 'left' | 'right' | 'up' | 'down';

const heading: Record<Direction, readonly [number, number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** Straying sideways costs this much more than going ahead. */
const sidewaysCost = 2.2;
const firstReachUnits = 4;

/**
 * The seat that an arrow key leads to: the nearest one ahead, within the cone of 45° about the
 * direction, going ahead being cheaper than straying. -1 at the edge of the hall.
 */
export function neighbour(chart: Chart, from: number, direction: Direction): number {
  const [hx, hy] = heading[direction];
  const furthest = Math.max(chart.grid.columns, chart.grid.rows) * chart.grid.cell;
  for (let reach = firstReachUnits; ; reach *= 2) {
    const found = search(chart, from, hx, hy, Math.min(reach, furthest));
    if (found >= 0 || reach >= furthest) return found;
  }
}

function search(chart: Chart, from: number, hx: number, hy: number, reach: number): number {
  const x0 = chart.x[from]!;
  const y0 = chart.y[from]!;
  let best = -1;
  let bestCost = Infinity;
  eachRun(chart.grid, [x0 - reach, y0 - reach, x0 + reach, y0 + reach], (start, end) => {
    for (let k = start; k < end; k++) {
      const seat = chart.grid.seats[k]!;
      const dx = chart.x[seat]! - x0;
      const dy = chart.y[seat]! - y0;
      const ahead = dx * hx + dy * hy;
      const aside = Math.abs(dx * hy) + Math.abs(dy * hx);
      if (seat === from || ahead < 1e-3 || ahead > reach || aside > ahead) continue;
      const cost = ahead + aside * sidewaysCost;
      if (cost < bestCost) {
        best = seat;
        bestCost = cost;
      }
    }
  });
  return best;
}

/** The first or last seat of a seat's row, as the row reads from left to right. */
export function rowEnd(chart: Chart, from: number, end: 'first' | 'last'): number {
  const { seats } = chart.rows[chart.rowOf[from]!]!;
  let best = from;
  for (const seat of seats) {
    const further =
      end === 'first' ? chart.x[seat]! < chart.x[best]! : chart.x[seat]! > chart.x[best]!;
    if (further) best = seat;
  }
  return best;
}

/**
 * The seat to begin at in the next or the former section of the floor, in the order of their seats:
 * in the middle of its first row. -1 at either end.
 */
export function sectionBeside(chart: Chart, from: number, step: 1 | -1): number {
  const onFloor = new Set(chart.grid.seats.map((seat) => chart.zoneOf[seat]!));
  for (let zone = chart.zoneOf[from]! + step; chart.zoneIds[zone] !== undefined; zone += step) {
    if (!onFloor.has(zone)) continue;
    const { seats } = chart.rows.find((row) => row.zone === zone)!;
    return seats[seats.length >> 1]!;
  }
  return -1;
}
