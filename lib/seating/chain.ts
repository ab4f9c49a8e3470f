export type Positions = { x: Float64Array; y: Float64Array };

/** Neighbours stand no further apart: a wheelchair's place makes 1.2 seats, an aisle 2.6. */
const reachUnits = 1.6;

/**
 * Seats of one row as runs of neighbours. Seats within reach of each other are connected; where
 * that makes simple paths they are walked. What is no path (a box of two by three) is taken in
 * the order given and broken where two in turn are out of reach.
 */
export function chain(members: Int32Array, at: Positions): number[][] {
  const wide = runsAcross(members, at);
  const links = linksOf(members, at, wide);
  const walked = new Uint8Array(members.length);
  const runs: number[][] = [];
  for (let start = 0; start < members.length; start += 1) {
    if (walked[start] || links[start]!.length > 1) continue;
    const path = walk(links, start);
    if (!path) continue;
    for (const member of path) walked[member] = 1;
    runs.push(path.map((member) => members[member]!));
  }
  let last = -1;
  for (let member = 0; member < members.length; member += 1) {
    if (walked[member]) continue;
    if (last >= 0 && near(members, at, last, member)) runs.at(-1)!.push(members[member]!);
    else runs.push([members[member]!]);
    last = member;
  }
  return ordered(runs, at, wide);
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
function linksOf(members: Int32Array, at: Positions, wide: boolean): number[][] {
  const along = wide ? at.x : at.y;
  const sweep = Array.from(members, (_, member) => member);
  sweep.sort((a, b) => along[members[a]!]! - along[members[b]!]!);
  const links: number[][] = sweep.map(() => []);
  for (let i = 0; i < sweep.length; i += 1) {
    const a = sweep[i]!;
    const limit = along[members[a]!]! + reachUnits;
    for (let j = i + 1; j < sweep.length && along[members[sweep[j]!]!]! <= limit; j += 1) {
      const b = sweep[j]!;
      if (!near(members, at, a, b)) continue;
      links[a]!.push(b);
      links[b]!.push(a);
    }
  }
  return links;
}

function near(members: Int32Array, { x, y }: Positions, a: number, b: number): boolean {
  const dx = x[members[a]!]! - x[members[b]!]!;
  const dy = y[members[a]!]! - y[members[b]!]!;
  // Positions are kept to a hundredth: a distance of just the reach must not fall to rounding.
  return dx * dx + dy * dy <= reachUnits * reachUnits + 1e-6;
}

/** The path that begins at `start`, or null where it forks. */
function walk(links: number[][], start: number): number[] | null {
  const path = [start];
  for (let at = start, before = -1; ; ) {
    if (links[at]!.length > 2) return null;
    const next = links[at]!.find((member) => member !== before);
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
