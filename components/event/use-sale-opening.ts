'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { calmRefresh } from '@/components/shell/calm-refresh';
import type { EventView } from './event-view';
import { eventUrl } from './event-wire';
import type { Sale } from './sale';

/** Watchers of one event come back spread over this long, not all at once. */
const spreadMs = 2_000;
/** A timer takes no more than this; a page left open for weeks looks again by then. */
const timerMaxMs = 2 ** 31 - 1;
/** While the server does not answer. */
const retryMs = 5_000;

/** Opens the page by itself when the sale starts. Time is counted from the server's answer. */
export function useSaleOpening(event: EventView, sale: Sale, serverTime: string): void {
  const router = useRouter();
  const { saleStartsAt } = event;
  const url = eventUrl({ tenant: event.tenant, eventId: event.id });
  useEffect(() => {
    if (sale !== 'not_yet') return;
    const untilMs = Date.parse(saleStartsAt) - Date.parse(serverTime);
    const waitMs = Math.min(untilMs + Math.random() * spreadMs, timerMaxMs);
    let timer = window.setTimeout(open, waitMs);
    let gone = false;
    async function open() {
      const opened = await calmRefresh(router, url);
      if (!opened && !gone) timer = window.setTimeout(open, retryMs);
    }
    return () => {
      gone = true;
      window.clearTimeout(timer);
    };
  }, [sale, saleStartsAt, serverTime, router, url]);
}
