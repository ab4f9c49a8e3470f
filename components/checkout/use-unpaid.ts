'use client';

import { useEffect, useState } from 'react';
import { useRouter } from '@/lib/i18n/navigation';
import type { Order } from '@/lib/orders/schema';

/** A network that swallows everything would hold a question for ever. */
const answerMaxMs = 8_000;
/** While the server does not answer. */
const retryMs = 4_000;

const settled: readonly Order['status'][] = ['paid', 'refunded'];

/**
 * Whether an order whose seats are not held any more was left unpaid: false until the server said
 * so. One that was paid meanwhile, in another tab or by the bank's own word, leads to its tickets.
 * @param gone its seats are not held any more.
 */
export function useUnpaid(orderId: string, key: string, gone: boolean): boolean {
  const router = useRouter();
  const [unpaid, setUnpaid] = useState(false);

  useEffect(() => {
    if (!gone) return;
    const query = new URLSearchParams({ key });
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const look = async () => {
      const status = await statusAt(`/sales/orders/${orderId}?${query}`);
      if (ended) return;
      if (status === null) timer = setTimeout(look, retryMs);
      else if (settled.includes(status)) router.replace(`/orders/${orderId}?${query}`);
      else setUnpaid(true);
    };
    void look();
    return () => {
      ended = true;
      clearTimeout(timer);
      setUnpaid(false);
    };
  }, [orderId, key, gone, router]);

  return unpaid;
}

async function statusAt(url: string): Promise<Order['status'] | null> {
  const signal = AbortSignal.timeout(answerMaxMs);
  const answer = await fetch(url, { cache: 'no-store', signal }).catch(() => null);
  if (!answer?.ok) return null;
  const order = await (answer.json() as Promise<Order>).catch(() => null);
  return order?.status ?? null;
}
