import type { Box } from './viewport';

/**
 * Seats by square cell of the plan, for hit tests and culling: two flat arrays, seats of a cell
 * side by side, cells row by row.
 */
export type SeatGrid = {
  cell: number;
  left: number;
  top: number;
  columns: number;
  rows: number;
  /** Where each cell's seats begin in `seats`; one entry more than cells. */
  starts: Int32Array;
  seats: Int32Array;
};

const cellUnits = 4;
const cellsMax = 1 << 20;

/** Builds the index over seat positions. @param only the seats at these indices; all without it */
export function buildGrid(x: Float32Array, y: Float32Array, only?: Int32Array): SeatGrid {
  const [left, top, right, bottom] = boxOf(x, y);
  let cell = cellUnits;
  while (((right - left) / cell + 1) * ((bottom - top) / cell + 1) > cellsMax) cell *= 2;
  const columns = Math.floor((right - left) / cell) + 1;
  const rows = Math.floor((bottom - top) / cell) + 1;
  const starts = new Int32Array(columns * rows + 1);
  const count = only ? only.length : x.length;
  const cellOf = new Int32Array(count);
  for (let k = 0; k < count; k++) {
    const i = only ? only[k]! : k;
    const at = Math.floor((y[i]! - top) / cell) * columns + Math.floor((x[i]! - left) / cell);
    cellOf[k] = at;
    starts[at + 1]!++;
  }
  for (let i = 0; i < columns * rows; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice(0, -1);
  const seats = new Int32Array(count);
  for (let k = 0; k < count; k++) seats[next[cellOf[k]!]!++] = only ? only[k]! : k;
  return { cell, left, top, columns, rows, starts, seats };
}

/** [left, top, right, bottom] of positions; a unit box at the origin when there are none. */
export function boxOf(x: Float32Array, y: Float32Array): [number, number, number, number] {
  if (x.length === 0) return [0, 0, 1, 1];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < x.length; i++) {
    left = Math.min(left, x[i]!);
    top = Math.min(top, y[i]!);
    right = Math.max(right, x[i]!);
    bottom = Math.max(bottom, y[i]!);
  }
  return [left, top, right, bottom];
}

/** Calls `visit` with each run of seats whose cells touch the box. */
export function eachRun(grid: SeatGrid, box: Box, visit: (from: number, to: number) => void): void {
  const c0 = Math.max(Math.floor((box[0] - grid.left) / grid.cell), 0);
  const c1 = Math.min(Math.floor((box[2] - grid.left) / grid.cell), grid.columns - 1);
  const r0 = Math.max(Math.floor((box[1] - grid.top) / grid.cell), 0);
  const r1 = Math.min(Math.floor((box[3] - grid.top) / grid.cell), grid.rows - 1);
  if (c0 > c1) return;
  for (let r = r0; r <= r1; r++) {
    const from = grid.starts[r * grid.columns + c0]!;
    const to = grid.starts[r * grid.columns + c1 + 1]!;
    if (from < to) visit(from, to);
  }
}

/** How many seats lie in the cells that the box touches: an upper bound of what it shows. */
export function countIn(grid: SeatGrid, box: Box): number {
  let count = 0;
  eachRun(grid, box, (from, to) => {
    count += to - from;
  });
  return count;
}

/** The seat nearest to a point, or -1 when none is within the radius. */
export function nearestSeat(
  grid: SeatGrid,
  seats: { x: Float32Array; y: Float32Array },
  atX: number,
  atY: number,
  radius: number,
): number {
  let best = -1;
  let bestSquare = radius * radius;
  eachRun(grid, [atX - radius, atY - radius, atX + radius, atY + radius], (from, to) => {
    for (let k = from; k < to; k++) {
      const seat = grid.seats[k]!;
      const dx = seats.x[seat]! - atX;
      const dy = seats.y[seat]! - atY;
      const square = dx * dx + dy * dy;
      if (square <= bestSquare) {
        best = seat;
        bestSquare = square;
      }
    }
  });
  return best;
}
