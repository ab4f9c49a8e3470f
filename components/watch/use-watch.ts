'use client';

import { useCallback, useEffect, useState } from 'react';
import type { SeatStore } from '@/components/seat-map/seat-store';
import { recallWatched, rememberWatched } from './remembered-watch';
import { followed, isWaiting, toggled, understood, type Watched, watchedMax } from './watching';

const none: readonly Watched[] = [];

/** The seats that the buyer waits for, and what becomes of them. Kept for the tab. */
export function useWatch(store: SeatStore, eventId: string) {
  /** Null until it is known what was watched before. */
  const [known, setKnown] = useState<Watched[] | null>(null);
  const lookOf = useCallback(
    (seatId: number) => {
      const index = store.indexOf(seatId);
      return index < 0 ? null : store.lookAt(index);
    },
    [store],
  );
  useEffect(() => {
    setKnown(followed(recallWatched(eventId), lookOf));
    return store.subscribe(() =>
      setKnown((before) => {
        const after = followed(before ?? [], lookOf);
        const same =
          after.length === before?.length && after.every((one, at) => one === before[at]);
        return same ? before : after;
      }),
    );
  }, [store, eventId, lookOf]);

  const list = known ?? none;
  const waiting = list.filter(isWaiting);
  const ids = known && waiting.map((watched) => watched.seatId).join();
  useEffect(() => {
    if (ids === null) return;
    const seatIds = ids === '' ? [] : ids.split(',').map(Number);
    store.setWatched(seatIds);
    rememberWatched(eventId, seatIds);
  }, [store, eventId, ids]);
  return {
    list,
    full: waiting.length >= watchedMax,
    /** Seat ids, in one word: it is the same word as long as they are the same. */
    ids: ids ?? '',
    toggle: (seatId: number) => setKnown((before) => toggled(before ?? [], seatId)),
    understood: (phase: 'missed' | 'over') => setKnown((before) => understood(before ?? [], phase)),
  };
}
