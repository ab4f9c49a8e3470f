'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { Chart } from './chart';
import type { SeatStore } from './seat-store';

/** The looks of a row's seats, one digit a seat, kept up to date. */
export function useRowLooks(chart: Chart, store: SeatStore, row: number): string {
  const subscribe = useCallback(
    (changed: () => void) =>
      store.subscribe((seats) => {
        if (seats === null || seats.some((seat) => chart.rowOf[seat] === row)) changed();
      }),
    [chart, store, row],
  );
  const read = () => {
    let looks = '';
    for (const seat of chart.rows[row]!.seats) looks += store.lookAt(seat);
    return looks;
  };
  return useSyncExternalStore(subscribe, read, read);
}
