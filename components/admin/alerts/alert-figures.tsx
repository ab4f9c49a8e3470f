import { useLocale, useTranslations } from 'next-intl';
import type { AlertView } from '@/lib/alerts/schema';
import { alertFigures } from '@/lib/alerts/words';

/** What was counted, beside above what it is told. A test has no figures. */
export function AlertFigures({ alert }: { alert: AlertView }) {
  const t = useTranslations('admin.alerts');
  const locale = useLocale();
  const figures = alertFigures(t, alert, locale);
  if (figures.count === null) return null;
  const shown = [
    // What has ended is not counted any more.
    ...(alert.endedAt === null ? [{ label: t('counted'), value: figures.count }] : []),
    { label: t('peak'), value: figures.peak },
    { label: t('threshold'), value: figures.threshold },
  ];
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
      {shown.map(({ label, value }) => (
        <div key={label}>
          <dt className="text-muted">{label}</dt>
          <dd className="font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
