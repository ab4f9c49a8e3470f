'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { type ColumnKey, formOf } from './columns';

const [hour, day] = [60, 1440];

/** Figures as people read them; "—" where there is none. */
export function useFigureWords() {
  const t = useTranslations('admin.hall');
  const format = useFormatter();
  return useMemo(() => {
    const minutes = (value: number) => {
      if (value < hour) return t('minutes', { count: value });
      if (value < day) return t('hours', { count: Math.floor(value / hour) });
      return t('days', { count: Math.floor(value / day) });
    };
    const percent = (value: number) =>
      format.number(value, { style: 'percent', maximumFractionDigits: 0 });
    const figure = (key: ColumnKey, value: number | null) => {
      if (value === null) return '—';
      const form = formOf[key];
      if (form === 'minutes') return minutes(value);
      if (form === 'share') return percent(value);
      return format.number(value, { maximumFractionDigits: form === 'mean' ? 1 : 0 });
    };
    return { figure, minutes, percent, count: (value: number) => format.number(value) };
  }, [t, format]);
}
