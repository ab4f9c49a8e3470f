import { VlqReader, VlqWriter } from '@/lib/vlq';
import { packLabels, unpackLabels } from './packed-labels';
import type { Geometry, PackedGeometry } from './schema';
import { SeatTrack } from './seat-track';

/** The geometry as the map works with it. Its arrays are handed on, never copied. */
export type HallColumns = {
  version: number;
  ids: Int32Array;
  zones: Int32Array;
  rows: readonly string[];
  labels: readonly string[];
  x: Float32Array;
  y: Float32Array;
  flags: Uint8Array;
};

/** Beyond this a body is not believed. */
const seatsMax = 1_000_000;
const perUnit = 100;

/**
 * The geometry in a hundredth of its size: runs of what repeats, and of positions, in hundredths of
 * a unit, how far each is from where its row was going.
 * @throws RangeError where a number is beyond what can be packed, such as a position that is none.
 */
export function packGeometry(geometry: Geometry): PackedGeometry {
  const { version, ids, zones, rows, labels, x, y, flags } = geometry;
  const names = new Map<string, number>();
  const nameOf = (name: string) => {
    const known = names.get(name) ?? names.size;
    if (known === names.size) names.set(name, known);
    return known;
  };
  const starts = rowStarts(ids.length, zones, rows);
  return {
    version,
    seats: ids.length,
    ids: packRuns(ids, (id, i) => id - i),
    zones: packRuns(zones, (zone) => zone),
    rows: packRuns(rows, nameOf),
    labels: packLabels(labels, nameOf),
    x: packPositions(x, starts),
    y: packPositions(y, starts),
    flags: packRuns(flags, (flag) => flag),
    names: [...names.keys()],
  };
}

/** @throws RangeError where the body is not one that `packGeometry` makes. */
export function unpackGeometry(packed: PackedGeometry): HallColumns {
  const { version, seats, names } = packed;
  if (!Number.isInteger(seats) || seats < 0 || seats > seatsMax) {
    throw new RangeError(`A hall cannot have ${seats} seats.`);
  }
  const hall = {
    version,
    ids: new Int32Array(seats),
    zones: new Int32Array(seats),
    rows: new Array<string>(seats),
    flags: new Uint8Array(seats),
  };
  const starts = new Uint8Array(seats);
  eachRun(packed.ids, seats, (above, from, to) => {
    for (let i = from; i < to; i++) hall.ids[i] = above + i;
  });
  eachRun(packed.zones, seats, (zone, from, to) => {
    hall.zones.fill(zone, from, to);
    starts[from] = 1;
  });
  eachRun(packed.rows, seats, (name, from, to) => {
    hall.rows.fill(named(names, name), from, to);
    starts[from] = 1;
  });
  eachRun(packed.flags, seats, (flags, from, to) => {
    if (flags < 0 || flags > 255) throw new RangeError(`${flags} is no sum of flags.`);
    hall.flags.fill(flags, from, to);
  });
  return {
    ...hall,
    labels: unpackLabels(packed.labels, seats, (name) => named(names, name)),
    x: unpackPositions(packed.x, starts),
    y: unpackPositions(packed.y, starts),
  };
}

function named(names: readonly string[], index: number): string {
  const name = names[index];
  if (name === undefined) throw new RangeError('A packed name is missing.');
  return name;
}

/** 1 at the first seat of each row. */
function rowStarts(seats: number, zones: ArrayLike<number>, rows: readonly string[]): Uint8Array {
  const starts = new Uint8Array(seats);
  for (let i = 0; i < seats; i++) {
    if (i === 0 || zones[i] !== zones[i - 1] || rows[i] !== rows[i - 1]) starts[i] = 1;
  }
  return starts;
}

/** How many follow each other with the same number, and how much that is above the last run's. */
function packRuns<T>(column: readonly T[], numberOf: (entry: T, index: number) => number): string {
  const writer = new VlqWriter();
  let [last, count, before] = [0, 0, 0];
  for (const [i, entry] of column.entries()) {
    const value = numberOf(entry, i);
    if (count > 0 && value !== last) {
      writer.put(count, last - before);
      [before, count] = [last, 0];
    }
    last = value;
    count += 1;
  }
  if (count > 0) writer.put(count, last - before);
  return writer.text;
}

/** Runs from the first seat to the last, each as its number and the seats `from` up to before `to`. */
function eachRun(
  text: string,
  seats: number,
  visit: (value: number, from: number, to: number) => void,
): void {
  const reader = new VlqReader(text);
  let value = 0;
  let at = 0;
  while (!reader.done) {
    const count = reader.take();
    if (count < 1 || at + count > seats) throw new RangeError('A packed run is too long.');
    value += reader.take();
    visit(value, at, at + count);
    at += count;
  }
  if (at !== seats) throw new RangeError('A packed column is too short.');
}

function packPositions(column: readonly number[], starts: Uint8Array): string {
  const writer = new VlqWriter();
  const track = new SeatTrack();
  for (const [i, position] of column.entries()) {
    const at = Math.round(position * perUnit);
    writer.put(at - track.guess(starts[i] === 1));
    track.learn(at);
  }
  return writer.text;
}

function unpackPositions(text: string, starts: Uint8Array): Float32Array {
  const reader = new VlqReader(text);
  const track = new SeatTrack();
  const positions = new Float32Array(starts.length);
  for (let i = 0; i < starts.length; i++) {
    const at = track.guess(starts[i] === 1) + reader.take();
    track.learn(at);
    positions[i] = at / perUnit;
  }
  if (!reader.done) throw new RangeError('A packed column is too long.');
  return positions;
}
