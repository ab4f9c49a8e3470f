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

/** Turns the page by itself when the sale starts or ends. Time is counted from the server's answer. */
export function useSaleTurn(event: EventView, sale: Sale, serverTime: string): void {
  const router = useRouter();
  const { saleStartsAt, saleEndsAt } = event;
  const turnsAt = sale === 'not_yet' ? saleStartsAt : sale === 'open' ? saleEndsAt : null;
  const url = eventUrl({ tenant: event.tenant, eventId: event.id });
  useEffect(() => {
    if (turnsAt === null) return;
    const untilMs = Date.parse(turnsAt) - Date.parse(serverTime);
    const waitMs = Math.min(untilMs + Math.random() * spreadMs, timerMaxMs);
    let timer = window.setTimeout(turn, waitMs);
    let gone = false;
    async function turn() {
      const turned = await calmRefresh(router, url);
      if (!turned && !gone) timer = window.setTimeout(turn, retryMs);
    }
    return () => {
      gone = true;
      window.clearTimeout(timer);
    };
  }, [turnsAt, serverTime, router, url]);
}
