import { chain, type Positions } from './chain';

/** The hall's seats by column, as the geometry's wire has them: ascending by id. */
export type SeatColumns = {
  ids: ArrayLike<number>;
  zones: ArrayLike<number>;
  rows: readonly string[];
  labels: readonly string[];
  /** Seat units: one is the pitch between two seats. */
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  /** Sums of `seatFlag`s. */
  flags: ArrayLike<number>;
};

/**
 * Runs: seats of one row with no gap between neighbours. A run's seats are
 * `order[starts[run]] … order[starts[run + 1] - 1]`, and a row's runs follow each other, both from
 * left to right on the plan (from top to bottom where the row runs rather that way).
 */
export type SeatRows = {
  /** Seats by run and place. */
  order: Int32Array;
  /** Where each run begins in `order`; one entry more than runs. */
  starts: Int32Array;
  /** The run of each seat. */
  runOf: Int32Array;
  /** Where each seat stands in its run, from 0. */
  placeOf: Int32Array;
  rowOfRun: Int32Array;
  /** In the order of their first seats. */
  rows: { zoneId: number; name: string; runs: number[] }[];
};

/** Finds the runs of every row by where the seats stand, whatever their labels and ids say. */
export function seatRows(columns: SeatColumns): SeatRows {
  const size = columns.ids.length;
  const { rows, members, first } = membersOf(columns);
  // Plain arrays of either kind would make every access below polymorphic.
  const at: Positions = { x: Float64Array.from(columns.x), y: Float64Array.from(columns.y) };
  const order = new Int32Array(size);
  const runOf = new Int32Array(size);
  const placeOf = new Int32Array(size);
  const starts: number[] = [];
  const rowOfRun: number[] = [];
  let filled = 0;
  for (const [row, { runs }] of rows.entries()) {
    for (const run of chain(members.subarray(first[row]!, first[row + 1]!), at)) {
      runs.push(starts.length);
      rowOfRun.push(row);
      for (const [place, seat] of run.entries()) {
        order[filled + place] = seat;
        runOf[seat] = starts.length;
        placeOf[seat] = place;
      }
      starts.push(filled);
      filled += run.length;
    }
  }
  starts.push(size);
  return {
    order,
    starts: Int32Array.from(starts),
    runOf,
    placeOf,
    rowOfRun: Int32Array.from(rowOfRun),
    rows,
  };
}

/** The seats of each (zone, row) side by side, in the columns' order. */
function membersOf({ ids, zones, rows: names }: SeatColumns) {
  const size = ids.length;
  const rows: SeatRows['rows'] = [];
  const rowOf = new Int32Array(size);
  const known = new Map<number, Map<string, number>>();
  for (let seat = 0; seat < size; seat += 1) {
    const zoneId = zones[seat]!;
    const name = names[seat]!;
    const inZone = known.get(zoneId) ?? new Map<string, number>();
    if (inZone.size === 0) known.set(zoneId, inZone);
    let row = inZone.get(name);
    if (row === undefined) {
      row = rows.push({ zoneId, name, runs: [] }) - 1;
      inZone.set(name, row);
    }
    rowOf[seat] = row;
  }
  const first = new Int32Array(rows.length + 1);
  for (const row of rowOf) first[row + 1]! += 1;
  for (let row = 0; row < rows.length; row += 1) first[row + 1]! += first[row]!;
  const next = first.slice();
  const members = new Int32Array(size);
  for (let seat = 0; seat < size; seat += 1) members[next[rowOf[seat]!]!++] = seat;
  return { rows, members, first };
}
