'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { onNews } from './news';

/** While something lasts its figures move at each reading; the page follows this often. */
const atMostEveryMs = 3_000;

/** Keeps the page as it is on the server, as the news comes. Draws nothing. */
export function LiveAlerts() {
  const router = useRouter();
  useEffect(() => {
    let lastMs = Number.NEGATIVE_INFINITY;
    let waiting: ReturnType<typeof setTimeout> | null = null;
    const refresh = () => {
      waiting = null;
      lastMs = performance.now();
      router.refresh();
    };
    const leave = onNews(() => {
      if (waiting || document.visibilityState === 'hidden') return;
      waiting = setTimeout(refresh, Math.max(0, lastMs + atMostEveryMs - performance.now()));
    });
    const seen = () => {
      if (document.visibilityState === 'visible' && !waiting) refresh();
    };
    document.addEventListener('visibilitychange', seen);
    return () => {
      leave();
      if (waiting) clearTimeout(waiting);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [router]);
  return null;
}
