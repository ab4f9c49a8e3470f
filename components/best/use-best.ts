'use client';

import { useEffect, useRef, useState } from 'react';
import { useCart } from '@/components/cart/cart-provider';
import { placeOf } from '@/components/cart/place';
import type { MapZone } from '@/components/seat-map/map-zone';
import type { LiveLock } from '@/lib/locks/schema';
import { offeredAfter } from './offered';
import { type Found, type Outcome, outcomeOf, type Problem } from './outcome';
import { bestInput, type Wish } from './wish';

/** Which button the buyer waits for. */
export type Asking = 'find' | 'others' | `relax:${string}` | null;

type Question = [wish: Wish, by: Asking, swap: string[] | undefined];

/**
 * Asks the server for the best seats, one question at a time, and keeps what it last found.
 * @param shown whether the buyer sees the answer; one that comes later is a passing notice
 */
export function useBest(eventId: string, zones: readonly MapZone[], shown: boolean) {
  const cart = useCart();
  const [found, setFound] = useState<Found | null>(null);
  /** Stands beside what was found before: that is still held. */
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const busy = useRef(false);
  const seen = useRef(shown);
  useEffect(() => {
    seen.current = shown;
  }, [shown]);
  /** What was held before a question whose answer never came. */
  const unheard = useRef<LiveLock[] | null>(null);
  const locksHere = () => cart.state.seen.status.locks.filter((lock) => lock.eventId === eventId);

  const settle = (next: Outcome, before: LiveLock[]) => {
    unheard.current = next.kind === 'unheard' ? before : null;
    if (next.kind !== 'found') return setProblem(next);
    setProblem(null);
    setFound(next);
    if (seen.current) return;
    const wants = next.blocks.flat().map((lock) => ({ place: placeOf(lock), units: 1 }));
    cart.notices.emit({ kind: 'locked', wants });
  };

  /** Seats that were offered since the wish last changed: others are others. */
  const offered = useRef<number[]>([]);
  const last = useRef<Question | null>(null);
  const ask = async (wish: Wish, by: Asking, swap?: string[]) => {
    if (busy.current) return;
    busy.current = true;
    last.current = [wish, by, swap];
    setAsking(by);
    try {
      if (unheard.current) {
        // The lost answer may have been a yes: asking again at once would hold twice as many.
        await cart.refresh();
        const late = outcomeOf(null, {
          swapping: false,
          before: unheard.current,
          after: locksHere(),
        });
        if (late.kind === 'found') return settle(late, []);
      }
      const before = locksHere();
      const exclude = swap ? offered.current : [];
      const answer = await cart.alone((wire) =>
        wire.best(bestInput(eventId, wish, zones, swap, exclude)),
      );
      const known = { swapping: swap !== undefined, before, after: locksHere() };
      const outcome = outcomeOf(answer, known);
      offered.current = offeredAfter(exclude, outcome);
      settle(outcome, before);
    } finally {
      busy.current = false;
      setAsking(null);
    }
  };
  /** The question that found no answer, as it was: an exchange stays one. */
  const again = () => {
    if (last.current) void ask(...last.current);
  };
  return { found, problem, asking, ask, again };
}
