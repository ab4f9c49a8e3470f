'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';

type More = { before: boolean; after: boolean };

/** A pixel may be lost where the page is zoomed. */
const slackPx = 1;

/** For what a strip scrolls in, with `data-before` and `data-after` on it: where it goes on, it fades. */
export const stripEdges =
  '[--after:0px] [--before:0px] [mask-image:linear-gradient(to_right,transparent,black_var(--before),black_calc(100%-var(--after)),transparent)] data-after:[--after:3rem] data-before:[--before:3rem]';

/** A row that scrolls sideways, and on which sides it goes on. */
export function useStrip<T extends HTMLElement>(): { strip: RefObject<T | null>; more: More } {
  const strip = useRef<T>(null);
  const [more, setMore] = useState<More>({ before: false, after: false });
  useEffect(() => {
    const row = strip.current;
    if (!row) return;
    const look = () => {
      const before = row.scrollLeft > slackPx;
      const after = row.scrollLeft + row.clientWidth < row.scrollWidth - slackPx;
      setMore((was) => (was.before === before && was.after === after ? was : { before, after }));
    };
    look();
    row.addEventListener('scroll', look, { passive: true });
    const size = new ResizeObserver(look);
    size.observe(row);
    return () => {
      row.removeEventListener('scroll', look);
      size.disconnect();
    };
  }, []);
  return { strip, more };
}

/** A `ref`: to the middle of its row, with neither the page nor the focus moved. */
export function toMiddle(element: HTMLElement | null): void {
  const row = element?.closest('ul');
  if (!element || !row) return;
  const [at, within] = [element.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += at.left + at.width / 2 - (within.left + within.width / 2);
}
