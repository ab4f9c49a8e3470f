import type { HallColumns } from '@/lib/events/packed-geometry';
import { buildGrid, type SeatGrid } from './seat-grid';

/** A row of one zone: its seats' indices in order. */
export type ChartRow = { zone: number; name: string; seats: Int32Array };

/** The hall as the browser works with it: typed columns, rows, and the grid over them. */
export type Chart = {
  size: number;
  ids: Int32Array;
  x: Float32Array;
  y: Float32Array;
  flags: Uint8Array;
  labels: readonly string[];
  /** Index into `zoneIds` of each seat. */
  zoneOf: Uint16Array;
  /** Index into `rows` of each seat. */
  rowOf: Int32Array;
  rows: ChartRow[];
  /** The zones that have seats, in the order they appear. */
  zoneIds: number[];
  grid: SeatGrid;
};

/** Builds the chart over the hall's own columns. Rows and zones keep the order of their first seat. */
export function buildChart(geometry: HallColumns): Chart {
  const { ids, labels, x, y, flags } = geometry;
  const size = ids.length;
  const zoneOf = new Uint16Array(size);
  const rowOf = new Int32Array(size);
  const zoneIds: number[] = [];
  const zoneAt = new Map<number, number>();
  const rowAt = new Map<string, number>();
  const sizes: number[] = [];
  const rows: ChartRow[] = [];
  for (let i = 0; i < size; i++) {
    const zoneId = geometry.zones[i]!;
    // Seats come row by row: most are in the row of the one before.
    if (i > 0 && zoneId === geometry.zones[i - 1] && geometry.rows[i] === geometry.rows[i - 1]) {
      zoneOf[i] = zoneOf[i - 1]!;
      rowOf[i] = rowOf[i - 1]!;
      sizes[rowOf[i]!]!++;
      continue;
    }
    let zone = zoneAt.get(zoneId);
    if (zone === undefined) {
      zone = zoneIds.push(zoneId) - 1;
      zoneAt.set(zoneId, zone);
    }
    zoneOf[i] = zone;
    const key = `${zone}/${geometry.rows[i]}`;
    let row = rowAt.get(key);
    if (row === undefined) {
      row = rows.push({ zone, name: geometry.rows[i]!, seats: new Int32Array(0) }) - 1;
      rowAt.set(key, row);
      sizes.push(0);
    }
    rowOf[i] = row;
    sizes[row]!++;
  }
  shareOut(rows, sizes, rowOf);
  return {
    size,
    ids,
    x,
    y,
    flags,
    labels,
    zoneOf,
    rowOf,
    rows,
    zoneIds,
    grid: buildGrid(x, y),
  };
}

/** Gives every row its seats: pieces of one array, since a stadium has thousands of rows. */
function shareOut(rows: ChartRow[], sizes: readonly number[], rowOf: Int32Array): void {
  const seats = new Int32Array(rowOf.length);
  const next = new Int32Array(rows.length);
  let start = 0;
  for (const [row, size] of sizes.entries()) {
    next[row] = start;
    rows[row]!.seats = seats.subarray(start, start + size);
    start += size;
  }
  for (let i = 0; i < rowOf.length; i++) seats[next[rowOf[i]!]!++] = i;
}

/** The rows of each zone, by the zone's id, in the order of their first seat. */
export function rowsByZone(chart: Chart): Map<number, number[]> {
  const byZone = new Map<number, number[]>(chart.zoneIds.map((id) => [id, []]));
  for (const [row, { zone }] of chart.rows.entries()) byZone.get(chart.zoneIds[zone]!)!.push(row);
  return byZone;
}
