'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { type SeatLook, seatLook } from './seat-store';

/**
 * Tells that someone else changed the seat that has the focus inside `group`. What the buyer did
 * to it, the cart tells.
 */
export function useFocusedNews(
  group: RefObject<HTMLElement | null>,
  focused: { seat: number; look: SeatLook } | undefined,
  tell: (seat: number, look: SeatLook) => void,
): void {
  const known = useRef(focused);
  useEffect(() => {
    const before = known.current;
    known.current = focused;
    if (!focused || before?.seat !== focused.seat || before.look === focused.look) return;
    if (before.look >= seatLook.mine || focused.look >= seatLook.mine) return;
    if (group.current?.contains(document.activeElement)) tell(focused.seat, focused.look);
  }, [group, focused, tell]);
}
