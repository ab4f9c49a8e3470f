import { useFormatter, useTranslations } from 'next-intl';
import { pointsBetween, type Rate } from './change';

/** `38 %`, or `3 de 7` where there are too few for a percentage. */
export function RateWords({ rate }: { rate: Rate }) {
  return useRateWords()(rate);
}

export function useRateWords(): (rate: Rate) => string {
  const t = useTranslations('admin.analytics');
  const format = useFormatter();
  return (rate) => {
    if (rate.kind === 'none') return '–';
    if (rate.kind === 'few') return t('ofWhole', { part: rate.part, whole: rate.whole });
    const digits = rate.share < 0.1 && rate.share > 0 ? 1 : 0;
    return format.number(rate.share, { style: 'percent', maximumFractionDigits: digits });
  };
}

/** `↑ 3,2 puntos más que antes (35 %)`. */
export function PointsWords({ now, before }: { now: Rate; before: Rate }) {
  const t = useTranslations('admin.analytics.change');
  const format = useFormatter();
  const write = useRateWords();
  const points = pointsBetween(now, before);
  if (before.kind === 'none') return t('new');
  if (points === null) return t('was', { before: write(before) });
  if (points === 0) return t('same', { before: write(before) });
  const amount = t('points', {
    points: Math.abs(points),
    amount: format.number(Math.abs(points), { maximumFractionDigits: 1 }),
  });
  return (
    <>
      <span aria-hidden>{points > 0 ? '↑' : '↓'} </span>
      {t(points > 0 ? 'more' : 'less', { amount, before: write(before) })}
    </>
  );
}
