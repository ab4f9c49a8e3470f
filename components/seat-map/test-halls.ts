import type { HallColumns } from '@/lib/events/packed-geometry';

type Seat = { zone?: number; row: string; label: string; x: number; y: number; flags?: number };

/** A geometry of given seats, ids from 101. */
export function geometryOf(seats: Seat[]): HallColumns {
  return {
    version: 1,
    ids: Int32Array.from(seats, (_, i) => 101 + i),
    zones: Int32Array.from(seats, ({ zone = 1 }) => zone),
    rows: seats.map(({ row }) => row),
    labels: seats.map(({ label }) => label),
    x: Float32Array.from(seats, ({ x }) => x),
    y: Float32Array.from(seats, ({ y }) => y),
    flags: Uint8Array.from(seats, ({ flags = 0 }) => flags),
  };
}

/** Rows of seats on a square raster, the first row nearest to the stage. */
export function block(rows: number, columns: number): HallColumns {
  return geometryOf(
    Array.from({ length: rows * columns }, (_, i) => ({
      row: String(Math.floor(i / columns) + 1),
      label: String((i % columns) + 1),
      x: i % columns,
      y: Math.floor(i / columns),
    })),
  );
}
