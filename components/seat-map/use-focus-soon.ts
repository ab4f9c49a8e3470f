'use client';

import { type RefObject, useCallback, useEffect, useRef } from 'react';

/** Goes to what is about to be drawn inside `area`: with the keyboard, or only into sight. */
export function useFocusSoon(area: RefObject<HTMLElement | null>) {
  const wanted = useRef<{ selector: string; by: 'focus' | 'sight' } | null>(null);
  // After every draw: only then is it known what is there.
  useEffect(() => {
    if (!wanted.current) return;
    const { selector, by } = wanted.current;
    const found = area.current?.querySelector<HTMLElement>(selector);
    if (!found) return;
    wanted.current = null;
    if (by === 'focus') found.focus();
    found.scrollIntoView({ block: 'nearest' });
  });
  return useCallback((selector: string, by: 'focus' | 'sight') => {
    wanted.current = { selector, by };
  }, []);
}
