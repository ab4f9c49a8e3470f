'use client';

import { useEffect, useMemo, useRef } from 'react';
import type { NowStore } from './now-store';

/** After a movement of the pointer or a key, lines stay where they are for so long. */
const stillMs = 3_000;

/** Keeps the lines in place while somebody is about to click one: to be spread on what holds them. */
export function useHold(store: NowStore) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      store.hold(false);
    },
    [store],
  );
  return useMemo(() => {
    const release = () => store.hold(false);
    const hold = () => {
      clearTimeout(timer.current);
      store.hold(true);
      timer.current = setTimeout(release, stillMs);
    };
    return {
      onPointerMove: hold,
      onPointerDown: hold,
      onKeyDownCapture: hold,
      onPointerLeave: () => {
        clearTimeout(timer.current);
        release();
      },
    };
  }, [store]);
}
