import { readAscending, readColumn } from '@/lib/heat/columns';
import type { HeatBody, ZoneHeat } from '@/lib/heat/schema';

/** What became of each seat, in the geometry's order. */
export type HeatData = {
  locks: Uint16Array;
  sold: Uint16Array;
  abandoned: Uint16Array;
  /** Minutes from the opening of the sale; -1 where it is not sold. */
  soldAfter: Int32Array;
  /** General zones by id, in places. */
  zones: ReadonlyMap<number, ZoneHeat>;
};

/** @param indexOf the seat's place in the geometry, -1 for one of another map */
export function readHeat(
  { seats, zones }: Pick<HeatBody, 'seats' | 'zones'>,
  indexOf: (seatId: number) => number,
  size: number,
): HeatData {
  const data: HeatData = {
    locks: new Uint16Array(size),
    sold: new Uint16Array(size),
    abandoned: new Uint16Array(size),
    soldAfter: new Int32Array(size).fill(-1),
    zones: new Map(zones.map((zone) => [zone.id, zone])),
  };
  const columns = {
    locks: readColumn(seats.locks),
    sold: readColumn(seats.sold),
    abandoned: readColumn(seats.abandoned),
    soldAfter: readColumn(seats.soldAfter),
  };
  for (const [i, id] of readAscending(seats.ids).entries()) {
    const seat = indexOf(id);
    if (seat < 0) continue;
    data.locks[seat] = columns.locks[i]!;
    data.sold[seat] = columns.sold[i]!;
    data.abandoned[seat] = columns.abandoned[i]!;
    data.soldAfter[seat] = columns.soldAfter[i]!;
  }
  return data;
}
