'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useCartState } from '@/components/cart/cart-provider';
import type { Line } from '@/components/cart/lines';

/** Seats of the cart that the buyer wants to change for others. */
export type Swap = {
  eventId: string;
  /** Seat ids; empty when none are being changed. */
  moving: readonly number[];
  begin(seatIds: readonly number[]): void;
  end(): void;
  /** Seat ids in groups of those that are side by side. */
  sideBySide(seatIds: readonly number[]): number[][];
};

const SwapContext = createContext<Swap | null>(null);

const none: readonly number[] = [];

/**
 * Where seats can be changed: a page with the event's hall. What left the cart is not changed.
 * @param sideBySide null while nothing can be chosen
 */
export function SwapProvider({
  eventId,
  sideBySide,
  children,
}: {
  eventId: string;
  sideBySide: Swap['sideBySide'] | null;
  children: ReactNode;
}) {
  const [chosen, setChosen] = useState<readonly number[]>(none);
  const { locks } = useCartState().seen.status;
  const stands = sideBySide && chosen.every((id) => locks.some((lock) => lock.seatId === id));
  const moving = stands ? chosen : none;
  if (moving !== chosen) setChosen(moving);
  const swap = useMemo(
    () =>
      sideBySide && { eventId, moving, begin: setChosen, end: () => setChosen(none), sideBySide },
    [eventId, moving, sideBySide],
  );
  return <SwapContext value={swap}>{children}</SwapContext>;
}

/** Null on a page without a hall. */
export const useSwap = () => useContext(SwapContext);

/** Whether a line of the cart can be changed for another seat here. */
export function canMove(swap: Swap | null, { place, pending }: Line): boolean {
  return swap !== null && place.eventId === swap.eventId && place.seatId !== null && !pending;
}
