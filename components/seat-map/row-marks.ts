import type { Chart } from './chart';

/** Where the names of rows are written: beyond both ends of each, and in its aisles. */
export type RowMarks = {
  /** Index into the chart's rows. */
  rows: Int32Array;
  x: Float32Array;
  y: Float32Array;
};

const aisleFromUnits = 1.9;
const beyondUnits = 0.95;

export function rowMarks(chart: Chart): RowMarks {
  const rows: number[] = [];
  const x: number[] = [];
  const y: number[] = [];
  const put = (row: number, atX: number, atY: number) => {
    rows.push(row);
    x.push(atX);
    y.push(atY);
  };
  for (const [row, { seats }] of chart.rows.entries()) {
    const line = inLine(chart, seats);
    const [first, last] = [line[0]!, line.at(-1)!];
    put(row, ...beyond(chart, line[1], first));
    if (last !== first) put(row, ...beyond(chart, line.at(-2), last));
    for (let i = 1; i < line.length; i++) {
      const [from, to] = [line[i - 1]!, line[i]!];
      const [dx, dy] = [chart.x[to]! - chart.x[from]!, chart.y[to]! - chart.y[from]!];
      if (Math.hypot(dx, dy) < aisleFromUnits) continue;
      put(row, chart.x[from]! + dx / 2, chart.y[from]! + dy / 2);
    }
  }
  return { rows: Int32Array.from(rows), x: Float32Array.from(x), y: Float32Array.from(y) };
}

/** A row's seats along its longer extent, however they are numbered. */
function inLine(chart: Chart, seats: Int32Array): number[] {
  const extent = (axis: Float32Array) => {
    let [low, high] = [Infinity, -Infinity];
    for (const seat of seats) {
      low = Math.min(low, axis[seat]!);
      high = Math.max(high, axis[seat]!);
    }
    return high - low;
  };
  const axis = extent(chart.x) >= extent(chart.y) ? chart.x : chart.y;
  return Array.from(seats).sort((a, b) => axis[a]! - axis[b]!);
}

/** A pitch further in the direction from the seat beside the end to the end. */
function beyond(chart: Chart, beside: number | undefined, end: number): [number, number] {
  const [x, y] = [chart.x[end]!, chart.y[end]!];
  if (beside === undefined) return [x - 1, y];
  const [dx, dy] = [x - chart.x[beside]!, y - chart.y[beside]!];
  const share = beyondUnits / (Math.hypot(dx, dy) || 1);
  return [x + dx * share, y + dy * share];
}
