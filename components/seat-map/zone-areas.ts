import type { Chart } from './chart';
import type { MapZone } from './map-zone';
import { outset, simplified } from './outline';
import type { PlanPoint } from './plan';
import { inLine } from './row-line';

/** A zone's seats as areas on the plan, in seat units: one outline a block of rows. */
export type ZoneArea = { zoneId: number; outlines: PlanPoint[][] };

/** Seats further apart than this are on two sides of something wider than an aisle. */
const gapUnits = 3.2;
/** How far a row lies behind the one before it in its block, at most. */
const rowApartUnits = 2.6;
const edgeUnits = 0.62;
const toleranceUnits = 0.15;

/** Seats of a row without a gap, from one end to the other. */
type Run = Int32Array;
type Block = { runs: Run[]; row: number };

/**
 * The shapes that zones have from far away: their rows, one behind the other, drawn round, or the
 * outline of a zone without seats.
 */
export function zoneAreas(
  chart: Chart,
  zones: readonly Pick<MapZone, 'id' | 'outline'>[],
): ZoneArea[] {
  const blocks = new Map<number, Block[]>(zones.map(({ id }) => [id, []]));
  for (const [row, { zone, seats }] of chart.rows.entries()) {
    const own = blocks.get(chart.zoneIds[zone]!);
    if (own) for (const run of runsOf(chart, seats)) addRun(chart, own, run, row);
  }
  const drawnRound = ({ runs }: Block) =>
    outset(simplified(around(chart, runs), toleranceUnits), edgeUnits);
  return zones.map(({ id, outline }) => ({
    zoneId: id,
    outlines: outline ? [outline] : blocks.get(id)!.map(drawnRound),
  }));
}

function runsOf(chart: Chart, seats: Int32Array): Run[] {
  const line = inLine(chart, seats);
  const runs: Run[] = [];
  let start = 0;
  for (let k = 1; k <= line.length; k++) {
    if (k < line.length && near(chart, line[k - 1]!, line[k]!, gapUnits)) continue;
    runs.push(line.subarray(start, k));
    start = k;
  }
  return runs;
}

/** Behind the block whose last row is near, of those that have no part of this row yet. */
function addRun(chart: Chart, blocks: Block[], run: Run, row: number): void {
  const middle = run[run.length >> 1]!;
  const block = blocks.findLast(
    (one) =>
      one.row !== row && one.runs.at(-1)!.some((seat) => near(chart, seat, middle, rowApartUnits)),
  );
  if (!block) {
    blocks.push({ runs: [run], row });
    return;
  }
  const last = block.runs.at(-1)!;
  const [head, tail, lastHead, lastTail] = [run[0]!, run.at(-1)!, last[0]!, last.at(-1)!];
  const along = apart(chart, head, lastHead) + apart(chart, tail, lastTail);
  const against = apart(chart, head, lastTail) + apart(chart, tail, lastHead);
  block.runs.push(along <= against ? run : run.toReversed());
  block.row = row;
}

/** Along the first row, down the rows' ends, back along the last, and up. */
function around({ x, y }: Chart, runs: Run[]): PlanPoint[] {
  const between = runs.slice(1, -1);
  const seats = [
    ...runs[0]!,
    ...between.map((run) => run.at(-1)!),
    ...runs.at(-1)!.toReversed(),
    ...between.map((run) => run[0]!).toReversed(),
  ];
  return seats.map((seat) => [x[seat]!, y[seat]!]);
}

function near({ x, y }: Chart, a: number, b: number, reach: number): boolean {
  const [dx, dy] = [x[a]! - x[b]!, y[a]! - y[b]!];
  return dx * dx + dy * dy <= reach * reach;
}

function apart({ x, y }: Chart, a: number, b: number): number {
  return Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!);
}
