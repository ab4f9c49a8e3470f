'use client';

import { useEffect } from 'react';

/** Says something in the tab's title for as long as the page is not looked at. */
export function useHiddenTitle(words: string | null): void {
  useEffect(() => {
    if (words === null) return;
    let own: string | null = null;
    const turn = () => {
      if (document.visibilityState === 'hidden') {
        own ??= document.title;
        document.title = `${words} · ${own}`;
      } else if (own !== null) {
        document.title = own;
        own = null;
      }
    };
    turn();
    document.addEventListener('visibilitychange', turn);
    return () => {
      document.removeEventListener('visibilitychange', turn);
      if (own !== null) document.title = own;
    };
  }, [words]);
}
