import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { Amended } from '@/lib/analytics/amended';
import { daysMax } from '@/lib/analytics/periods';
import type { Filter } from '@/lib/analytics/schema';
import { daySpan } from '@/lib/i18n/days';

type Props = { amended: Amended; filter: Filter };

/** Says what is shown where the address asks for days or an event that cannot be. */
export function AmendedNotice({ amended: { days, event }, filter }: Props) {
  const t = useTranslations('admin.analytics.period.amended');
  const locale = useLocale();
  if (!days && !event) return null;
  return (
    <Notice tone="warn" className="mb-4">
      {days && <p>{t('days', { most: daysMax, span: daySpan(filter, locale) })}</p>}
      {event && <p>{t('event')}</p>}
    </Notice>
  );
}
