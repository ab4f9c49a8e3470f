import { describe, expect, it } from 'vitest';
import { SeatStore } from '@/components/seat-map/seat-store';
import { seatState } from '@/lib/events/seat-codes';
import type { OrphanRule } from '@/lib/seating/orphans';
import { Adviser } from './adviser';

/** A row of seats, ids 1 and up; `x` is sold. */
function aRow(row: string, rule: OrphanRule = 'off') {
  const seats = [...row];
  const ids = seats.map((_, at) => at + 1);
  const store = new SeatStore(ids);
  store.applyDelta(seats.flatMap((seat, at) => (seat === 'x' ? [[at + 1, seatState.sold]] : [])));
  const columns = {
    ids,
    zones: ids.map(() => 1),
    rows: ids.map(() => '1'),
    labels: ids.map(String),
    x: ids,
    y: ids.map(() => 0),
    flags: ids.map(() => 0),
  };
  return { store, adviser: new Adviser(columns, store, rule) };
}

describe('a block about the seat that is looked at', () => {
  it('has the seat in its middle where there is room, and stays in the free part of the row', () => {
    const { adviser } = aRow('xx.....x');
    expect(adviser.block(4, 3)).toEqual([3, 4, 5]);
    expect(adviser.block(2, 3)).toEqual([2, 3, 4]);
    expect(adviser.block(6, 3)).toEqual([4, 5, 6]);
    expect(adviser.block(4, 6)).toBeNull();
  });

  it('may use the seats that are given up for it', () => {
    const { adviser, store } = aRow('...x');
    store.setMine([1, 2]);
    expect(adviser.block(2, 2)).toBeNull();
    expect(adviser.block(2, 2, [0, 1])).toEqual([1, 2]);
  });

  it('leaves nobody alone where it can', () => {
    const { adviser } = aRow('x....x', 'strict');
    expect(adviser.block(2, 1)).toEqual([2]);
    expect(adviser.block(2, 2)).toEqual([1, 2]);
  });
});

describe('a choice', () => {
  it('is judged with what is the buyer’s own, or on its way, counted as taken', () => {
    const { adviser, store } = aRow('x.....', 'strict');
    expect(adviser.verdict([3])).toBeNull();
    store.setMine([5]);
    expect(adviser.verdict([2])).toMatchObject({ chosen: [2], lonely: [1, 3] });
    store.setMine([]);
    store.setPending(5, true);
    expect(adviser.verdict([2])).toMatchObject({ lonely: [1, 3] });
  });

  it('is never judged where the organizer has no rule', () => {
    expect(aRow('x....').adviser.verdict([2])).toBeNull();
  });
});
