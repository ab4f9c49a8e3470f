import type { Chart } from '@/components/seat-map/chart';
import { seatState } from '@/lib/events/seat-codes';
import type { HeatData } from './heat-data';

/** Of a zone or a row: the moment, and what was counted. In seats, or places of a general zone. */
export type PlaceFigures = {
  places: number;
  free: number;
  held: number;
  taken: number;
  locks: number;
  sold: number;
  abandoned: number;
  /** Locks of the seat that has most. */
  most: number;
  /** Median of the minutes to each sale; null before the first. */
  soldAfter: number | null;
};

/** Seats of a zone or row, counted. @param moment one of `seatState` a seat */
export function figuresOfSeats(
  seats: Iterable<number>,
  moment: Uint8Array,
  blocked: Uint8Array,
  data: HeatData | null,
): PlaceFigures {
  const sum = { places: 0, free: 0, held: 0, taken: 0, locks: 0, sold: 0, abandoned: 0, most: 0 };
  const after: number[] = [];
  for (const seat of seats) {
    if (data) {
      sum.locks += data.locks[seat]!;
      sum.sold += data.sold[seat]!;
      sum.abandoned += data.abandoned[seat]!;
      sum.most = Math.max(sum.most, data.locks[seat]!);
      if (data.soldAfter[seat]! >= 0) after.push(data.soldAfter[seat]!);
    }
    if (blocked[seat] === seatState.blocked) continue;
    sum.places++;
    if (moment[seat] === seatState.sold) sum.taken++;
    else if (moment[seat] === seatState.locked) sum.held++;
    else sum.free++;
  }
  return { ...sum, soldAfter: median(after) };
}

/** Of a general zone. */
export function figuresOfPlaces(
  id: number,
  capacity: number,
  { locked, sold }: { locked: number; sold: number },
  data: HeatData | null,
): PlaceFigures {
  const heat = data?.zones.get(id);
  return {
    places: capacity,
    free: Math.max(capacity - locked - sold, 0),
    held: locked,
    taken: sold,
    locks: heat?.locks ?? 0,
    sold: heat?.sold ?? 0,
    abandoned: heat?.abandoned ?? 0,
    most: 0,
    soldAfter: heat?.soldAfter ?? null,
  };
}

/** The seats of each of a chart's zones, by the zone's id. */
export function seatsOfZones(chart: Chart): Map<number, number[]> {
  const seats = new Map<number, number[]>(chart.zoneIds.map((id) => [id, []]));
  const lists = chart.zoneIds.map((id) => seats.get(id)!);
  for (let seat = 0; seat < chart.size; seat++) lists[chart.zoneOf[seat]!]!.push(seat);
  return seats;
}

/** The lower one of two in the middle. */
export function median(values: number[]): number | null {
  if (values.length === 0) return null;
  return values.sort((a, b) => a - b)[(values.length - 1) >> 1]!;
}

/** Of all zones together. The middle of all sales is that of the numbered seats' own. */
export function totalOf(
  rows: readonly { figures: PlaceFigures }[],
  data: HeatData | null,
): PlaceFigures {
  const sum = (key: Exclude<keyof PlaceFigures, 'most' | 'soldAfter'>) =>
    rows.reduce((all, { figures }) => all + figures[key], 0);
  return {
    places: sum('places'),
    free: sum('free'),
    held: sum('held'),
    taken: sum('taken'),
    locks: sum('locks'),
    sold: sum('sold'),
    abandoned: sum('abandoned'),
    most: rows.reduce((most, { figures }) => Math.max(most, figures.most), 0),
    soldAfter: data ? median([...data.soldAfter].filter((after) => after >= 0)) : null,
  };
}
