export type Positions = { x: Float64Array; y: Float64Array };

/**
 * Neighbours stand no further apart: a wheelchair's place makes 1.2 seats, an aisle 2.6. The bit
 * over 1.6 is for positions that are stored in single precision.
 */
const reachUnits = 1.6001;

/**
 * Seats of one row as runs of neighbours. Seats within reach of each other are connected; where
 * that makes simple paths they are walked. What is no path (a box of two by three) is taken in
 * the order given and broken where two in turn are out of reach.
 */
export function chain(members: Int32Array, at: Positions): number[][] {
  const wide = runsAcross(members, at);
  const sweep = sorted(members, wide ? at.x : at.y);
  return ordered(straight(sweep, at, wide) ?? walked(members, sweep, at, wide), at, wide);
}

/** The runs of a row in which nobody is within reach but the next along it: by far the most. */
function straight(sweep: Int32Array, at: Positions, wide: boolean): number[][] | null {
  const along = wide ? at.x : at.y;
  const runs: number[][] = [];
  for (let i = 0; i < sweep.length; i += 1) {
    const seat = sweep[i]!;
    const limit = along[seat]! + reachUnits;
    for (let j = i + 2; j < sweep.length && along[sweep[j]!]! <= limit; j += 1) {
      if (near(at, seat, sweep[j]!)) return null;
    }
    if (i > 0 && near(at, sweep[i - 1]!, seat)) runs.at(-1)!.push(seat);
    else runs.push([seat]);
  }
  return runs;
}

function walked(members: Int32Array, sweep: Int32Array, at: Positions, wide: boolean): number[][] {
  const links = linksOf(sweep, at, wide ? at.x : at.y);
  const done = new Set<number>();
  const runs: number[][] = [];
  for (const start of members) {
    if (done.has(start) || links.get(start)!.length > 1) continue;
    const path = walk(links, start);
    if (!path) continue;
    for (const seat of path) done.add(seat);
    runs.push(path);
  }
  let last = -1;
  for (const seat of members) {
    if (done.has(seat)) continue;
    if (last >= 0 && near(at, last, seat)) runs.at(-1)!.push(seat);
    else runs.push([seat]);
    last = seat;
  }
  return runs;
}

function sorted(members: Int32Array, along: Float64Array): Int32Array {
  let rises = true;
  for (let i = 1; i < members.length && rises; i += 1) {
    rises = along[members[i - 1]!]! <= along[members[i]!]!;
  }
  return rises ? members : members.slice().sort((a, b) => along[a]! - along[b]!);
}

/** Whether a row runs from left to right on the plan rather than from top to bottom. */
function runsAcross(members: Int32Array, { x, y }: Positions): boolean {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const seat of members) {
    left = Math.min(left, x[seat]!);
    right = Math.max(right, x[seat]!);
    top = Math.min(top, y[seat]!);
    bottom = Math.max(bottom, y[seat]!);
  }
  return right - left >= bottom - top;
}

/** Who stands within reach of whom, found by a sweep along the row. */
function linksOf(sweep: Int32Array, at: Positions, along: Float64Array): Map<number, number[]> {
  const links = new Map<number, number[]>(Array.from(sweep, (seat) => [seat, []]));
  for (let i = 0; i < sweep.length; i += 1) {
    const seat = sweep[i]!;
    const limit = along[seat]! + reachUnits;
    for (let j = i + 1; j < sweep.length && along[sweep[j]!]! <= limit; j += 1) {
      if (!near(at, seat, sweep[j]!)) continue;
      links.get(seat)!.push(sweep[j]!);
      links.get(sweep[j]!)!.push(seat);
    }
  }
  return links;
}

function near({ x, y }: Positions, a: number, b: number): boolean {
  const dx = x[a]! - x[b]!;
  const dy = y[a]! - y[b]!;
  return dx * dx + dy * dy <= reachUnits * reachUnits;
}

/** The path that begins at `start`, or null where it forks. */
function walk(links: Map<number, number[]>, start: number): number[] | null {
  const path = [start];
  for (let at = start, before = -1; ; ) {
    const beside = links.get(at)!;
    if (beside.length > 2) return null;
    const next = beside.find((seat) => seat !== before);
    if (next === undefined) return path;
    path.push(next);
    before = at;
    at = next;
  }
}

/** Runs and what is in them from left to right, or from top to bottom. */
function ordered(runs: number[][], { x, y }: Positions, wide: boolean): number[][] {
  const [main, cross] = wide ? [x, y] : [y, x];
  const compare = (a: number, b: number) => main[a]! - main[b]! || cross[a]! - cross[b]! || a - b;
  for (const run of runs) if (compare(run[0]!, run.at(-1)!) > 0) run.reverse();
  return runs.sort((a, b) => compare(a[0]!, b[0]!));
}
