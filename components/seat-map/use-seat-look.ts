'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { SeatLook, SeatStore } from './seat-store';

/** The look of one seat, kept up to date; null while no seat is looked at. */
export function useSeatLook(store: SeatStore, seat: number | null): SeatLook | null {
  const subscribe = useCallback(
    (changed: () => void) =>
      store.subscribe((seats) => {
        if (seat !== null && (seats === null || seats.includes(seat))) changed();
      }),
    [store, seat],
  );
  const read = () => (seat === null ? null : store.lookAt(seat));
  return useSyncExternalStore(subscribe, read, read);
}
