'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { inPassing } from '@/components/ui/passing';
import { listOf } from '@/lib/i18n/lists';
import { useCart, useCartState } from './cart-provider';
import type { CartNotice, Loss } from './notice';
import type { Place } from './place';
import { useNoticeWords } from './use-notice-words';

/** Free seats to offer in place of lost ones. */
export type Suggest = (losses: readonly Loss[]) => Place[];

/** What `EndedNotices` tells, and keeps telling until it is answered. */
const ends: readonly CartNotice['kind'][] = ['lapsed', 'withdrawn', 'unsent'];

/**
 * Tells each thing that happens to the cart in a passing notice, which is also read out.
 * @param endsInSight the page's own notice of what ended is always in sight: none passes over it
 */
export function CartNotices({
  suggest,
  endsInSight = false,
}: {
  suggest?: Suggest;
  endsInSight?: boolean;
}) {
  const cart = useCart();
  const words = useNoticeWords();
  const offer = useOffer(suggest);

  useEffect(
    () =>
      cart.notices.on((notice) => {
        if (endsInSight && ends.includes(notice.kind)) return;
        const minutes = Math.max(1, Math.round(cart.state.seen.status.durationMs / 60_000));
        for (const { id, tone, title, line } of words(notice, minutes)) {
          const extra = id.startsWith('cart-taken') ? offer(notice) : null;
          inPassing((toast) => toast[tone](title, { id, description: line, ...extra }));
        }
      }),
    [cart, words, offer, endsInSight],
  );

  useConnectionBack();
  return null;
}

/** Free seats in the row of the lost ones, and one button that takes them. */
function useOffer(suggest?: Suggest) {
  const t = useTranslations('cart.notices');
  const locale = useLocale();
  const cart = useCart();
  return (notice: CartNotice) => {
    const places = notice.kind === 'lost' && suggest ? suggest(notice.losses) : [];
    if (places.length === 0) return null;
    const seats = listOf(
      places.map((place) => place.seat ?? ''),
      locale,
    );
    const words = { count: places.length, seats };
    return {
      description: t('nearbyLine', words),
      duration: 12_000,
      action: {
        label: t('takeNearby', words),
        onClick: () => {
          for (const place of places) cart.change(place, 1);
        },
      },
    };
  };
}

function useConnectionBack(): void {
  const t = useTranslations('cart.notices');
  const { reachable } = useCartState();
  const was = useRef(reachable);
  useEffect(() => {
    if (reachable && !was.current) {
      const told = { id: 'cart-back', description: t('backLine') };
      inPassing((toast) => toast.success(t('back'), told));
    }
    was.current = reachable;
  }, [reachable, t]);
}
