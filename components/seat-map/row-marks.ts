import type { Chart } from './chart';

/** Where the names of rows are written: beyond both ends of each. Four numbers a row: x, y, x, y. */
export function rowMarks(chart: Chart): Float32Array {
  const marks = new Float32Array(chart.rows.length * 4);
  for (const [row, { seats }] of chart.rows.entries()) {
    const [first, last] = rowEnds(chart, seats);
    marks.set(beyond(chart, seats, first), row * 4);
    marks.set(beyond(chart, seats, last), row * 4 + 2);
  }
  return marks;
}

/** The outermost seats along the row's longer extent, however its seats are numbered. */
function rowEnds(chart: Chart, seats: Int32Array): [number, number] {
  let [left, right, top, bottom] = [seats[0]!, seats[0]!, seats[0]!, seats[0]!];
  for (const seat of seats) {
    if (chart.x[seat]! < chart.x[left]!) left = seat;
    if (chart.x[seat]! > chart.x[right]!) right = seat;
    if (chart.y[seat]! < chart.y[top]!) top = seat;
    if (chart.y[seat]! > chart.y[bottom]!) bottom = seat;
  }
  const across = chart.x[right]! - chart.x[left]!;
  const along = chart.y[bottom]! - chart.y[top]!;
  return across >= along ? [left, right] : [top, bottom];
}

/** One pitch further in the direction from the end's nearest neighbour to the end. */
function beyond(chart: Chart, seats: Int32Array, end: number): [number, number] {
  let neighbour = -1;
  let nearest = Infinity;
  for (const seat of seats) {
    const apart = Math.hypot(chart.x[seat]! - chart.x[end]!, chart.y[seat]! - chart.y[end]!);
    if (seat !== end && apart < nearest) {
      neighbour = seat;
      nearest = apart;
    }
  }
  const [x, y] = [chart.x[end]!, chart.y[end]!];
  if (neighbour < 0 || nearest === 0) return [x - 1, y];
  return [
    x + ((x - chart.x[neighbour]!) / nearest) * 0.95,
    y + ((y - chart.y[neighbour]!) / nearest) * 0.95,
  ];
}
