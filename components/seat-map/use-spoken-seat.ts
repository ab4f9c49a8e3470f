'use client';

import { useEffect, useState } from 'react';
import type { Spot } from './hall-engine';
import { type SeatLook, seatLook } from './seat-store';

/**
 * What the map says aloud: the seat that the keyboard or a finger came to, and again when it
 * changes hands. The moment between click and answer is not told.
 */
export function useSpokenSeat(
  spot: Spot | null,
  look: SeatLook | null,
  sentence: (seat: number, look: SeatLook) => string,
): { spoken: string; say: (words: string) => void } {
  const [spoken, say] = useState('');
  const seat = spot?.kind === 'seat' && spot.held ? spot.seat : null;
  useEffect(() => {
    if (seat === null || look === null) return;
    if (look === seatLook.choosing || look === seatLook.returning) return;
    say(sentence(seat, look));
  }, [seat, look, sentence]);
  return { spoken, say };
}
