import { seatFlag } from '@/lib/events/seat-codes';
import { isRegular, type Layout } from './lonely';
import type { SeatColumns, SeatRows } from './rows';

export type SeatedHall = {
  columns: SeatColumns;
  rows: SeatRows;
  /** Minor units, by seat. */
  prices: Int32Array;
  focus: readonly [number, number];
};

/** Regular seats of a run with no wheelchair place between them, as positions in `rows.order`. */
export type Stretch = {
  from: number;
  to: number;
  zoneId: number;
  row: number;
  cheapest: number;
  dearest: number;
};

export type ZoneStretches = {
  zoneId: number;
  middle: readonly [number, number];
  cheapest: number;
  dearest: number;
  stretches: Stretch[];
};

/** What can be known of a hall before anyone asks for seats. */
export type HallIndex = {
  hall: SeatedHall;
  layout: Layout;
  zones: Map<number, ZoneStretches>;
  stretches: Stretch[];
  wheelchairs: number[];
  companions: number[];
};

const indices = new WeakMap<SeatedHall, HallIndex>();

/** The hall's index, built at the first call: a hall that stays is one object that stays. */
export function indexOf(hall: SeatedHall): HallIndex {
  const known = indices.get(hall);
  if (known) return known;
  const { flags } = hall.columns;
  const stretches = stretchesOf(hall);
  const built: HallIndex = {
    hall,
    layout: { rows: hall.rows, flags },
    zones: zonesOf(hall, stretches),
    stretches,
    wheelchairs: [],
    companions: [],
  };
  for (let seat = 0; seat < flags.length; seat += 1) {
    if (flags[seat]! & seatFlag.accessible) built.wheelchairs.push(seat);
    else if (flags[seat]! & seatFlag.companion) built.companions.push(seat);
  }
  indices.set(hall, built);
  return built;
}

function stretchesOf({ rows, columns, prices }: SeatedHall): Stretch[] {
  const found: Stretch[] = [];
  for (let run = 0; run < rows.rowOfRun.length; run += 1) {
    const row = rows.rowOfRun[run]!;
    const { zoneId } = rows.rows[row]!;
    let open: Stretch | null = null;
    for (let at = rows.starts[run]!; at < rows.starts[run + 1]!; at += 1) {
      const seat = rows.order[at]!;
      if (!isRegular(columns.flags, seat)) {
        open = null;
        continue;
      }
      if (!open) {
        open = { from: at, to: at, zoneId, row, cheapest: Infinity, dearest: -Infinity };
        found.push(open);
      }
      open.to = at + 1;
      open.cheapest = Math.min(open.cheapest, prices[seat]!);
      open.dearest = Math.max(open.dearest, prices[seat]!);
    }
  }
  return found;
}

function zonesOf({ rows, columns, prices }: SeatedHall, all: Stretch[]) {
  const zones = new Map<number, ZoneStretches>();
  for (const [zoneId, seats] of seatsByZone(rows)) {
    let [x, y, cheapest, dearest] = [0, 0, Infinity, -Infinity];
    for (const seat of seats) {
      x += columns.x[seat]! / seats.length;
      y += columns.y[seat]! / seats.length;
      cheapest = Math.min(cheapest, prices[seat]!);
      dearest = Math.max(dearest, prices[seat]!);
    }
    zones.set(zoneId, { zoneId, middle: [x, y], cheapest, dearest, stretches: [] });
  }
  for (const stretch of all) zones.get(stretch.zoneId)!.stretches.push(stretch);
  return zones;
}

function seatsByZone({ rows, starts, order }: SeatRows): Map<number, number[]> {
  const byZone = new Map<number, number[]>();
  for (const { zoneId, runs } of rows) {
    const seats = byZone.get(zoneId) ?? [];
    byZone.set(zoneId, seats);
    for (const run of runs) {
      for (let at = starts[run]!; at < starts[run + 1]!; at += 1) seats.push(order[at]!);
    }
  }
  return byZone;
}
