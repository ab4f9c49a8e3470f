'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { isOffered } from '@/components/offers/offer';
import { onFirstInput } from '@/components/ui/first-input';
import { inPassing } from '@/components/ui/passing';
import { patientCode } from '@/components/ui/patient-part';
import { useCart, useCartState } from './cart-provider';
import type { CartNotice } from './notice';
import { usePlaceNames } from './use-place-names';

const wording = patientCode(async () => (await import('./notice-words')).noticeWords);

/** What `EndedNotices` tells, and keeps telling until it is answered. */
const ends: readonly CartNotice['kind'][] = ['lapsed', 'withdrawn', 'unsent'];

/**
 * Tells each thing that happens to the cart in a passing notice, which is also read out.
 * @param endsOnPage the page itself tells of what ended: in passing that is said out of its sight only
 * @param offersInSight the page itself tells of seats that were lost where there are others instead
 */
export function CartNotices({
  endsOnPage = false,
  offersInSight = false,
}: {
  endsOnPage?: boolean;
  offersInSight?: boolean;
}) {
  const cart = useCart();
  const t = useTranslations('cart.notices');
  const errors = useTranslations('errors');
  const names = usePlaceNames();
  const locale = useLocale();
  useEffect(() => onFirstInput(() => void wording()), []);

  useEffect(
    () =>
      cart.notices.on((notice) => {
        const minutes = Math.max(1, Math.round(cart.state.seen.status.durationMs / 60_000));
        const left = offersInSight ? withoutOffered(notice) : notice;
        void wording().then((wordsOf) => {
          if (endsOnPage && ends.includes(notice.kind) && inSight(notice.kind)) return;
          for (const words of wordsOf({ t, errors, names, locale }, left, minutes)) {
            inPassing(words);
          }
        });
      }),
    [cart, t, errors, names, locale, endsOnPage, offersInSight],
  );

  useConnectionBack();
  return null;
}

/** Whether the notice of `EndedNotices` that tells this can be seen without scrolling. */
function inSight(kind: CartNotice['kind']): boolean {
  const box = document.querySelector(`[data-slot=${kind}]`)?.getBoundingClientRect();
  return box !== undefined && box.top >= 0 && box.bottom <= window.innerHeight;
}

function withoutOffered(notice: CartNotice): CartNotice {
  if (notice.kind !== 'lost') return notice;
  return { ...notice, losses: notice.losses.filter((loss) => !isOffered(loss, notice)) };
}

function useConnectionBack(): void {
  const t = useTranslations('cart.notices');
  const { reachable } = useCartState();
  const was = useRef(reachable);
  useEffect(() => {
    if (reachable && !was.current) {
      inPassing({ kind: 'cart-back', tone: 'success', title: t('back'), line: t('backLine') });
    }
    was.current = reachable;
  }, [reachable, t]);
}
