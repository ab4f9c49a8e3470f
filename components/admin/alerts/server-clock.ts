'use client';

import { useEffect, useState } from 'react';

const tickMs = 10_000;

/**
 * The server's time, ms since 1970, counted on from when the page was made: the reader's own clock
 * may be wrong.
 * @param now ISO time of the answer that the page came with
 */
export function useServerClock(now: string): number {
  const [passed, setPassed] = useState({ now, ms: 0 });
  useEffect(() => {
    const startedMs = performance.now();
    const timer = setInterval(() => setPassed({ now, ms: performance.now() - startedMs }), tickMs);
    return () => clearInterval(timer);
  }, [now]);
  return Date.parse(now) + (passed.now === now ? passed.ms : 0);
}
