import type { SeatStore } from '@/components/seat-map/seat-store';
import { seatLook } from '@/components/seat-map/seat-store';
import { type OrphanRule, type OrphanVerdict, orphansOf } from '@/lib/seating/orphans';
import { type SeatColumns, type SeatRows, seatRows } from '@/lib/seating/rows';

/** Knows who sits beside whom, and judges choices by it before they are sent. Seats are indices. */
export class Adviser {
  readonly #rows: SeatRows;

  constructor(
    private readonly columns: SeatColumns,
    private readonly store: SeatStore,
    private readonly rule: OrphanRule,
  ) {
    this.#rows = seatRows(columns);
  }

  /**
   * Why a choice of free seats would be refused, and what may be chosen instead; null where it may
   * be taken.
   * @param given seats of the buyer that would be free by then
   */
  verdict(chosen: readonly number[], given: readonly number[] = []): OrphanVerdict | null {
    const { rule, columns } = this;
    if (rule === 'off') return null;
    const [verdict] = orphansOf(this.#rows, columns.flags, rule, this.#free(given), chosen);
    return verdict ?? null;
  }

  /**
   * As many free seats side by side about a seat, the most evenly about it of those that leave
   * nobody alone; null where there is no room.
   */
  block(seat: number, size: number, given: readonly number[] = []): number[] | null {
    const { order, starts, runOf, placeOf } = this.#rows;
    const isFree = this.#free(given);
    const [run, at] = [runOf[seat]!, placeOf[seat]!];
    const length = starts[run + 1]! - starts[run]!;
    let best: number[] | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (let from = Math.max(0, at - size + 1); from <= at && from + size <= length; from++) {
      const seats = Array.from(order.subarray(starts[run]! + from, starts[run]! + from + size));
      if (!seats.every(isFree)) continue;
      const uneven = Math.abs(from + (size - 1) / 2 - at);
      const cost = uneven + (this.verdict(seats, given) ? length : 0);
      if (cost < least) [best, least] = [seats, cost];
    }
    return best;
  }

  #free(given: readonly number[]): (seat: number) => boolean {
    const own = new Set(given);
    return (seat) => own.has(seat) || this.store.lookAt(seat) === seatLook.free;
  }
}
