'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { onNews } from './news';

/** While something lasts its figures move at each reading; the page follows this often. */
const atMostEveryMs = 3_000;

/** Keeps the page as it is on the server, as the news comes, which it does to who looks. Draws nothing. */
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
      if (waiting) return;
      waiting = setTimeout(refresh, Math.max(0, lastMs + atMostEveryMs - performance.now()));
    });
    return () => {
      leave();
      if (waiting) clearTimeout(waiting);
    };
  }, [router]);
  return null;
}
