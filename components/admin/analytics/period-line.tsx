import { useLocale, useTranslations } from 'next-intl';
import { daysIn } from '@/lib/analytics/periods';
import { periodBefore } from '@/lib/analytics/policy';
import type { Filter } from '@/lib/analytics/schema';
import { daySpan } from '@/lib/i18n/days';
import { zoneName } from '@/lib/i18n/zone-names';

type Props = { filter: Filter; today: string; timeZone: string };

/** Which days these are, whose clock counts, and what they are compared with. */
export function PeriodLine({ filter, today, timeZone }: Props) {
  const t = useTranslations('admin.analytics.period');
  const locale = useLocale();
  return (
    <p className="mb-6 max-w-4xl text-muted text-sm">
      <strong className="font-semibold text-ink">{daySpan(filter, locale)}</strong>
      {'. '}
      {t('compared', {
        days: daysIn(filter),
        span: daySpan(periodBefore(filter), locale),
      })}{' '}
      {t('clock', { zone: zoneName(timeZone, locale) })}
      {filter.to === today && ` ${t('unfinished')}`}
    </p>
  );
}
