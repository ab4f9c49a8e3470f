'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { placeOf } from '@/components/cart/place';
import { usePlaceNames } from '@/components/cart/use-place-names';
import { zoneTitle } from '@/components/seat-map/zone-title';
import { listOf } from '@/lib/i18n/lists';
import { formatMoney } from '@/lib/i18n/money';
import { untilWhen } from '@/lib/i18n/until';
import type { Found, HeldBlock, Problem } from './outcome';

/** However the numbers run along the row, they are read out upwards. */
const bySeat = (a: HeldBlock[number], b: HeldBlock[number]) =>
  (a.seat ?? '').localeCompare(b.seat ?? '', undefined, { numeric: true });

/** What was found, and what went wrong, in the reader's words. */
export function useBestWords() {
  const t = useTranslations('best');
  const map = useTranslations('seatMap');
  const errors = useTranslations('errors');
  const cart = useTranslations('cart.notices');
  const locale = useLocale();
  const names = usePlaceNames();
  return useMemo(() => {
    const number = (count: number) => t('number', { count });
    /** `Cuatro juntas`; `Dos y dos, cerca unas de otras`. */
    const title = ({ placement, blocks }: Found): string => {
      const count = blocks.flat().length;
      if (placement === null) return t('kept', { count });
      if (placement === 'together') return t('together', { count });
      const parts = listOf(
        blocks.map((block) => number(block.length)),
        locale,
      );
      return t('split', { parts: parts.charAt(0).toLocaleUpperCase(locale) + parts.slice(1) });
    };
    const block = (locks: HeldBlock): string =>
      names.all(
        [...locks].sort(bySeat).map((lock) => {
          const place = placeOf(lock);
          return { place: { ...place, zoneName: zoneTitle(place.zoneName, map) }, units: 1 };
        }),
      );
    const total = ({ blocks }: Found): string => {
      const locks = blocks.flat();
      const amount = locks.reduce((sum, { price }) => sum + price.amount, 0);
      return formatMoney({ amount, currency: locks[0]?.price.currency ?? '' }, locale);
    };
    const problem = (what: Problem): { title: string; line?: string } => {
      switch (what.kind) {
        case 'short':
          if (what.swapping) return { title: t('noOthers'), line: t('noOthersLine') };
          return {
            title: t('short', { count: what.available }),
            line: what.available > 0 ? t('shortLine', { count: what.requested }) : t('noneLine'),
          };
        case 'limit':
          return {
            title: t('limit', { limit: what.limit }),
            line: t('limitLine', { count: what.room }),
          };
        case 'ended':
          return { title: t('ended'), line: t('endedLine') };
        case 'cooling':
          return {
            title: cart('cooling'),
            line: cart('coolingLine', untilWhen(what.until, locale)),
          };
        case 'refused':
          return { title: t('failed'), line: errors(what.code) };
        case 'unheard':
          return { title: t('failed'), line: errors('unreachable') };
      }
    };
    return { title, block, total, problem };
  }, [t, map, errors, cart, locale, names]);
}
