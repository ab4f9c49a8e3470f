'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { formatMoney } from '@/lib/i18n/money';
import { written } from '@/lib/i18n/written';
import { useHouse } from './house-context';
import type { Row } from './row';
import { type SpokenPlaces, useSpoken } from './use-spoken';

/** Locks in the reader's words. */
export type Words = Omit<SpokenPlaces, 'places'> & {
  who(row: Pick<Row, 'account' | 'session'>): string;
  money(amount: number): string;
  /** `20:31`, in the house's time zone; with seconds where they matter. */
  time(ms: number, seconds?: boolean): string;
  count(figure: number): string;
};

export function useWords(): Words {
  const locale = useLocale();
  const { currency, timeZone } = useHouse();
  const spoken = useSpoken(timeZone);
  return useMemo(() => {
    const clock = (second?: '2-digit') =>
      new Intl.DateTimeFormat(written(locale), {
        timeZone,
        hour: '2-digit',
        minute: '2-digit',
        second,
        hourCycle: 'h23',
      });
    const [minutes, seconds] = [clock(), clock('2-digit')];
    const figures = new Intl.NumberFormat(written(locale), { useGrouping: 'always' });
    const moneyTexts = new Map<number, string>();
    return {
      ...spoken,
      who: ({ account, session }) => account ?? session,
      money(amount) {
        // A house has few prices, and a format is slow to make.
        const known = moneyTexts.get(amount) ?? formatMoney({ amount, currency }, locale);
        if (moneyTexts.size < 1_000) moneyTexts.set(amount, known);
        return known;
      },
      time: (ms, withSeconds) => (withSeconds ? seconds : minutes).format(ms),
      count: (figure) => figures.format(figure),
    };
  }, [spoken, locale, currency, timeZone]);
}
