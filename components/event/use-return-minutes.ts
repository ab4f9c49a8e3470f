'use client';

import { useEffect, useMemo, useState } from 'react';
import { minutesUntil } from './returns';

/** How often the minutes are counted anew. */
const everyMs = 30_000;

/** @param returns by zone, ms by the page's clock. @returns minutes left, by zone. */
export function useReturnMinutes(
  returns: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (returns.size === 0) return;
    const look = () => setNow(performance.now());
    look();
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, [returns]);
  return useMemo(() => minutesUntil(returns, now), [returns, now]);
}
