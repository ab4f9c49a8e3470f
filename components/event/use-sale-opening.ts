'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { Sale } from './sale';

/** Watchers of one event come back spread over this long, not all at once. */
const spreadMs = 2_000;
/** A timer takes no more than this; a page left open for weeks looks again by then. */
const timerMaxMs = 2 ** 31 - 1;

/** Opens the page by itself when the sale starts. Time is counted from the server's answer. */
export function useSaleOpening(sale: Sale, saleStartsAt: string, serverTime: string): void {
  const router = useRouter();
  useEffect(() => {
    if (sale !== 'not_yet') return;
    const untilMs = Date.parse(saleStartsAt) - Date.parse(serverTime);
    const waitMs = Math.min(untilMs + Math.random() * spreadMs, timerMaxMs);
    const timer = window.setTimeout(() => router.refresh(), waitMs);
    return () => window.clearTimeout(timer);
  }, [sale, saleStartsAt, serverTime, router]);
}
