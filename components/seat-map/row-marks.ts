import type { Chart } from './chart';
import { inLine } from './row-line';

const aisleFromUnits = 1.9;
const beyondUnits = 0.95;

/** Where the names of rows are written: beyond both ends of each, and in its aisles. */
export class RowMarks {
  private readonly known = new Map<number, Float32Array>();

  constructor(private readonly chart: Chart) {}

  /** @returns x and y in turn. Found when first asked for: a stadium has thousands of rows. */
  of(row: number): Float32Array {
    let marks = this.known.get(row);
    if (!marks) {
      marks = Float32Array.from(marksOf(this.chart, row));
      this.known.set(row, marks);
    }
    return marks;
  }
}

function marksOf(chart: Chart, row: number): number[] {
  const line = inLine(chart, chart.rows[row]!.seats);
  const [first, last] = [line[0]!, line.at(-1)!];
  const marks = [...beyond(chart, line[1], first)];
  if (last !== first) marks.push(...beyond(chart, line.at(-2), last));
  for (let i = 1; i < line.length; i++) {
    const [from, to] = [line[i - 1]!, line[i]!];
    const [dx, dy] = [chart.x[to]! - chart.x[from]!, chart.y[to]! - chart.y[from]!];
    if (Math.hypot(dx, dy) < aisleFromUnits) continue;
    marks.push(chart.x[from]! + dx / 2, chart.y[from]! + dy / 2);
  }
  return marks;
}

/** A pitch further in the direction from the seat beside the end to the end. */
function beyond(chart: Chart, beside: number | undefined, end: number): [number, number] {
  const [x, y] = [chart.x[end]!, chart.y[end]!];
  if (beside === undefined) return [x - 1, y];
  const [dx, dy] = [x - chart.x[beside]!, y - chart.y[beside]!];
  const share = beyondUnits / (Math.hypot(dx, dy) || 1);
  return [x + dx * share, y + dy * share];
}
