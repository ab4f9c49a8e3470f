'use client';

import { useEffect, useMemo, useState } from 'react';
import type { SeatHistory } from '@/lib/heat/schema';
import { fetchSeat, type HallAddress } from './heat-wire';
import { useAsked } from './use-asked';

/** A pointer on its way over the hall asks for nothing. */
const restMs = 140;

/** One seat's story, once it has been looked at for a moment; null until it is here. */
export function useSeatStory(
  { tenant, eventId }: HallAddress,
  seatId: number | null,
): { story: SeatHistory | null; failed: boolean } {
  const [rested, setRested] = useState<number | null>(null);
  useEffect(() => {
    if (seatId === null) return;
    const timer = setTimeout(() => setRested(seatId), restMs);
    return () => clearTimeout(timer);
  }, [seatId]);
  const question = useMemo(
    () => (seatId !== null && rested === seatId ? { tenant, eventId, seatId } : null),
    [tenant, eventId, seatId, rested],
  );
  const { data, failed } = useAsked(question, fetchSeat);
  return { story: data?.seatId === seatId ? data : null, failed };
}
