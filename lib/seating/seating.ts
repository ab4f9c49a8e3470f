import type { Orphaned, Placement, SeatBlock } from '@/lib/locks/schema';
import type { OrphanRule } from '@/lib/settings';
import { alternativesFor, type BestWish, bestSeats, type Picked, type SeatedHall } from './best';
import { countSeats } from './count';
import { type OrphanVerdict, orphansOf } from './orphans';
import { type SeatColumns, seatRows } from './rows';

type Zone = { id: number; name: string; priceMinor: number };
type Wish = { quantity: number; accessible: number; zoneIds?: number[]; maxPrice?: number };
type IsFree = (seat: number) => boolean;

/** One hall's seats as rows of neighbours. A seat is spoken of by its index in order of ids. */
export class Seating {
  readonly size: number;
  private readonly zoneNames: Map<number, string>;
  private hall: SeatedHall;
  private pricesOf = '';

  /** @param ownPrices of seats that cost something else than their zone, in minor units. */
  constructor(
    readonly mapVersion: number,
    private readonly columns: SeatColumns & { ids: Int32Array },
    private readonly ownPrices: readonly (number | null)[],
    zones: readonly Zone[],
    focus: readonly [number, number],
  ) {
    this.size = columns.ids.length;
    this.zoneNames = new Map(zones.map((zone) => [zone.id, zone.name]));
    const prices = new Int32Array(this.size);
    this.hall = { columns, rows: seatRows(columns), prices, focus };
    this.priced(new Map(zones.map((zone) => [zone.id, zone])));
  }

  /** Takes the zones' prices of the moment. */
  priced(zones: ReadonlyMap<number, Pick<Zone, 'priceMinor'>>): this {
    const told = [...zones]
      .map(([id, zone]) => `${id}:${zone.priceMinor}`)
      .sort()
      .join();
    if (told === this.pricesOf) return this;
    this.pricesOf = told;
    const prices = Int32Array.from(
      this.ownPrices,
      (own, seat) => own ?? zones.get(this.zoneOf(seat))?.priceMinor ?? 0,
    );
    this.hall = { ...this.hall, prices };
    return this;
  }

  readonly idAt = (seat: number): number => this.columns.ids[seat] as number;

  zoneOf(seat: number): number {
    return this.columns.zones[seat] as number;
  }

  /** -1 for a seat of another map. */
  readonly indexOf = (seatId: number): number => {
    let low = 0;
    let high = this.size - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const id = this.idAt(middle);
      if (id === seatId) return middle;
      if (id < seatId) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };

  /** Ids of all seats in the rows of these; those of another map are passed on as they are. */
  rowMates(seatIds: readonly number[]): number[] {
    const { rows } = this.hall;
    const ids = new Set(seatIds);
    const done = new Set<number>();
    for (const seatId of seatIds) {
      const seat = this.indexOf(seatId);
      const row = seat < 0 ? -1 : (rows.rowOfRun[rows.runOf[seat] as number] as number);
      if (row < 0 || done.has(row)) continue;
      done.add(row);
      for (const run of rows.rows[row]?.runs ?? []) {
        const seats = rows.order.subarray(rows.starts[run], rows.starts[run + 1]);
        for (const mate of seats) ids.add(this.idAt(mate));
      }
    }
    return [...ids];
  }

  orphans(rule: OrphanRule, isFree: IsFree, chosen: readonly number[]): OrphanVerdict[] {
    return orphansOf(this.hall.rows, this.columns.flags, rule, isFree, chosen);
  }

  best(isFree: IsFree, wish: Wish, rule: OrphanRule): Picked | null {
    return bestSeats(this.hall, isFree, bestWish(wish, rule));
  }

  alternatives(
    isFree: IsFree,
    group: readonly number[],
    rule: OrphanRule,
    count: number,
  ): Picked[] {
    return alternativesFor(this.hall, isFree, group, rule, count);
  }

  /** See `countSeats`. */
  count(isFree: IsFree, wish: Wish): number {
    return countSeats(this.hall, isFree, bestWish(wish, 'off'));
  }

  placement({ placement, blocks }: Picked): Placement {
    return { placement, blocks: blocks.map((block) => this.block(block)) };
  }

  orphaned({ row, lonely, moves }: OrphanVerdict): Orphaned {
    const { zoneId, name } = this.hall.rows.rows[row] as { zoneId: number; name: string };
    const seats = lonely.map((seat) => this.named(seat));
    return { zoneId, row: name, seats, moves: moves.map((move) => this.block(move)) };
  }

  private block(seats: readonly number[]): SeatBlock {
    const [first] = seats as [number];
    const zoneId = this.zoneOf(first);
    return {
      zoneId,
      zoneName: this.zoneNames.get(zoneId) ?? '',
      row: this.columns.rows[first] as string,
      seats: seats.map((seat) => this.named(seat)),
    };
  }

  private named(seat: number) {
    return { seatId: this.idAt(seat), label: this.columns.labels[seat] as string };
  }
}

function bestWish({ quantity, accessible, zoneIds, maxPrice }: Wish, rule: OrphanRule): BestWish {
  return {
    quantity,
    accessible,
    zoneIds: zoneIds ? new Set(zoneIds) : null,
    maxPrice: maxPrice ?? null,
    rule,
  };
}
