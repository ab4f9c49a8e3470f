'use client';

import { createContext, useContext } from 'react';
import type { SeatLook } from './seat-store';

/**
 * What the page knows of a seat beyond its state. Seats are indices in the geometry. It changes
 * only with what it would answer of some seat.
 */
export type SeatGuide = {
  /** What is to be known before the click, in words; null: nothing. */
  hint(seat: number, look: SeatLook): string | null;
  /** Whether a click means something though the seat can neither be chosen nor given back. */
  answers(seat: number, look: SeatLook): boolean;
  /** Whether the buyer asked to be told when the seat comes back; null: it cannot be asked. */
  watched(seat: number, look: SeatLook): boolean | null;
  /** The pointer or the focus came to a seat, or left it. */
  look(seat: number | null): void;
};

const silent: SeatGuide = {
  hint: () => null,
  answers: () => false,
  watched: () => null,
  look: () => {},
};

export const SeatGuideContext = createContext<SeatGuide>(silent);

/** Seats that a click would take together, as long as one of them is looked at. */
export const SeatPreviewContext = createContext<readonly number[]>([]);

export const useSeatGuide = () => useContext(SeatGuideContext);
export const useSeatPreview = () => useContext(SeatPreviewContext);
