'use client';

import { useEffect, useState } from 'react';
import { useCartState } from './cart-provider';
import { type Anchor, nextChangeMs, type Phase, phaseOf, remainingAt } from './countdown';

export type TimeLeft = { remainingMs: number; phase: Phase; warningMs: number; deadline: string };

/**
 * What is left until the first deadline of the cart, renewed whenever what is shown of it changes;
 * null for an empty cart. Timers of hidden pages are throttled and those of frozen ones stop, so it
 * is worked out anew on every return.
 */
export function useTimeLeft(): TimeLeft | null {
  const { seen } = useCartState();
  const { status, at } = seen;
  const firstMs =
    status.locks.length > 0 ? Math.min(...status.locks.map((l) => l.remainingMs)) : null;
  const { warningMs } = status;
  const [now, setNow] = useState(at);

  useEffect(() => {
    if (firstMs === null) return;
    const anchor: Anchor = { remainingMs: firstMs, at };
    let timer: number | undefined;
    const look = () => {
      window.clearTimeout(timer);
      const reading = performance.now();
      setNow(reading);
      const waitMs = nextChangeMs(remainingAt(anchor, reading), warningMs);
      if (waitMs > 0) timer = window.setTimeout(look, Math.ceil(waitMs));
    };
    look();
    document.addEventListener('visibilitychange', look);
    document.addEventListener('resume', look);
    window.addEventListener('pageshow', look);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      document.removeEventListener('resume', look);
      window.removeEventListener('pageshow', look);
    };
  }, [firstMs, at, warningMs]);

  if (firstMs === null || status.earliestExpiry === null) return null;
  const remainingMs = remainingAt({ remainingMs: firstMs, at }, Math.max(now, at));
  const phase = phaseOf(remainingMs, warningMs);
  return { remainingMs, phase, warningMs, deadline: status.earliestExpiry };
}
