'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Keeps the keyboard's place when what had focus inside `area` is gone: the nearest remaining
 * `[data-focus-stop]` at or after its position takes it, else the one before, else `fallback`.
 */
export function useFocusRescue(
  area: RefObject<HTMLElement | null>,
  fallback: RefObject<HTMLElement | null>,
): void {
  const held = useRef<{ element: HTMLElement; index: number } | null>(null);

  useEffect(() => {
    const note = () => {
      const element = document.activeElement;
      const inside = element instanceof HTMLElement && area.current?.contains(element);
      if (inside) held.current = { element, index: stopsOf(area.current).indexOf(element) };
      else if (element !== document.body) held.current = null;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [area]);

  // After every draw: only then is it known what is left.
  useLayoutEffect(() => {
    if (!held.current || held.current.element.isConnected) return;
    const { index } = held.current;
    held.current = null;
    if (document.activeElement !== document.body) return;
    const stops = stopsOf(area.current);
    const next = index < 0 ? undefined : (stops[index] ?? stops[index - 1]);
    (next ?? fallback.current)?.focus();
  });
}

function stopsOf(area: HTMLElement | null): HTMLElement[] {
  return [...(area?.querySelectorAll<HTMLElement>('[data-focus-stop]') ?? [])];
}
