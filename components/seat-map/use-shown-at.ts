'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type { HallEngine } from './hall-engine';

/**
 * Brings the map to the seat that was looked at elsewhere, as soon as the map is on show.
 * @param at the seat's index, or null
 * @returns what to call with a seat that the map itself came to
 */
export function useShownAt(
  hall: RefObject<HallEngine | null>,
  shown: boolean,
  at: number | null,
  /** Shows the seat's floor. @returns whether it was on show already */
  toFloorOf: (seat: number) => boolean,
): (seat: number) => void {
  const own = useRef(at);
  useEffect(() => {
    if (!shown || at === null || at === own.current || !toFloorOf(at)) return;
    own.current = at;
    hall.current?.look(at);
  });
  return (seat) => {
    own.current = seat;
  };
}
