import type { Geometry } from '@/lib/events/schema';

type Seat = { zone?: number; row: string; label: string; x: number; y: number; flags?: number };

/** A geometry of given seats, ids from 101. */
export function geometryOf(seats: Seat[]): Geometry {
  return {
    version: 1,
    ids: seats.map((_, i) => 101 + i),
    zones: seats.map(({ zone = 1 }) => zone),
    rows: seats.map(({ row }) => row),
    labels: seats.map(({ label }) => label),
    x: seats.map(({ x }) => x),
    y: seats.map(({ y }) => y),
    flags: seats.map(({ flags = 0 }) => flags),
  };
}

/** Rows of seats on a square raster, the first row nearest to the stage. */
export function block(rows: number, columns: number): Geometry {
  return geometryOf(
    Array.from({ length: rows * columns }, (_, i) => ({
      row: String(Math.floor(i / columns) + 1),
      label: String((i % columns) + 1),
      x: i % columns,
      y: Math.floor(i / columns),
    })),
  );
}
