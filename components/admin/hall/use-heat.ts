'use client';

import { useEffect, useMemo } from 'react';
import type { SeatStore } from '@/components/seat-map/seat-store';
import { type HeatData, readHeat } from './heat-data';
import { fetchHeat, type HallAddress } from './heat-wire';
import { type Asked, useAsked } from './use-asked';

const freshForMs = 60_000;

/** What was counted of the event's seats, once it is wanted; asked again now and then. */
export function useHeat(
  { tenant, eventId }: HallAddress,
  store: SeatStore | null,
  wanted: boolean,
): Asked<HeatData> {
  const question = useMemo(() => (wanted ? { tenant, eventId } : null), [wanted, tenant, eventId]);
  const asked = useAsked(question, fetchHeat);
  const { again } = asked;
  useEffect(() => {
    if (!wanted) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') again();
    }, freshForMs);
    return () => clearInterval(timer);
  }, [wanted, again]);
  const data = useMemo(
    () =>
      asked.data && store
        ? readHeat(asked.data, (seatId) => store.indexOf(seatId), store.size)
        : null,
    [asked.data, store],
  );
  return { ...asked, data };
}
