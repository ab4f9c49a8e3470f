import type { Chart } from './chart';
import { eachRun } from './seat-grid';
import type { ZoneMark } from './zone-marks';

/** How far around a seat's middle its disc reaches, in seat units. */
const discUnits = 0.38;
/** Seats this near to a zone's first or last row belong to its edge. */
const edgeUnits = 1.5;
const edgeGapUnits = 0.42;
/** How far a plate may stand out of the plan. */
const beyondPlanUnits = 3;
/** Beside the middle of an edge, in widths of the plate: the nearest first. */
const shifts = [0, -0.125, 0.125, -0.25, 0.25];

/** [left, top, right, bottom] in seat units. */
export type PlateBox = readonly [number, number, number, number];
type Size = { width: number; height: number };
/** Which of the sizes, and where. */
type PlatePlace = { size: number; box: PlateBox };

/**
 * Where a zone's plate hides the fewest seats: before its first row, behind its last, or amid it.
 * @param sizes of its words in seat units, the fullest first: the fullest of the best is taken
 * @param taken by other names: without room between them the plate is left out
 * @param bounds of the plan
 */
export function placePlate(
  chart: Chart,
  mark: ZoneMark,
  sizes: readonly Size[],
  taken: readonly PlateBox[],
  bounds: PlateBox,
): PlatePlace | null {
  let best: PlatePlace | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  sizes.forEach((wanted, size) => {
    const boxes = [
      ...shifts.map((shift) => beyondEdge(chart, mark, wanted, 'before', shift)),
      ...shifts.map((shift) => beyondEdge(chart, mark, wanted, 'behind', shift)),
      boxAround(mark.at, wanted),
    ];
    for (const box of boxes) {
      if (taken.some((other) => overlap(other, box)) || !inside(box, bounds)) continue;
      const hidden = seatsUnder(chart, box);
      if (hidden < fewest) [best, fewest] = [{ size, box }, hidden];
    }
  });
  return best;
}

/** Beside the first or the last row, as near as the seats before it allow. */
function beyondEdge(
  chart: Chart,
  { seats, box }: ZoneMark,
  { width, height }: Size,
  side: 'before' | 'behind',
  shift: number,
): PlateBox {
  const [, top, , bottom] = box;
  const edge = seats.filter((i) =>
    side === 'before' ? chart.y[i]! < top + edgeUnits : chart.y[i]! > bottom - edgeUnits,
  );
  const middle = edge.reduce((sum, i) => sum + chart.x[i]!, 0) / Math.max(edge.length, 1);
  const x = middle + shift * width;
  const faced = seats.filter((i) => Math.abs(chart.x[i]! - x) < width / 2 + discUnits);
  const ys = (faced.length > 0 ? faced : edge).map((i) => chart.y[i]!);
  const reach = edgeGapUnits + height / 2;
  const y = side === 'before' ? Math.min(...ys) - reach : Math.max(...ys) + reach;
  return boxAround([x, y], { width, height });
}

export function boxAround([x, y]: readonly [number, number], { width, height }: Size): PlateBox {
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}

function seatsUnder({ grid, x, y }: Chart, [left, top, right, bottom]: PlateBox): number {
  const wide = [left - discUnits, top - discUnits, right + discUnits, bottom + discUnits] as const;
  let count = 0;
  eachRun(grid, [...wide], (from, to) => {
    for (let k = from; k < to; k++) {
      const seat = grid.seats[k]!;
      const [atX, atY] = [x[seat]!, y[seat]!];
      if (atX > wide[0] && atX < wide[2] && atY > wide[1] && atY < wide[3]) count++;
    }
  });
  return count;
}

function inside([left, top, right, bottom]: PlateBox, bounds: PlateBox): boolean {
  return (
    left >= bounds[0] - beyondPlanUnits &&
    top >= bounds[1] - beyondPlanUnits &&
    right <= bounds[2] + beyondPlanUnits &&
    bottom <= bounds[3] + beyondPlanUnits
  );
}

export function overlap(a: PlateBox, b: PlateBox): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
