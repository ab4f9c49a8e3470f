import { useLocale, useTranslations } from 'next-intl';
import type { AlertView } from '@/lib/alerts/schema';
import { alertFigures, countLabel } from '@/lib/alerts/words';

type Props = {
  alert: AlertView;
  /** Units that its source, or its event, has in carts at this moment; where that is known. */
  held?: number;
};

/** What was counted, beside above what it is told. A test has no figures. */
export function AlertFigures({ alert, held }: Props) {
  const t = useTranslations('admin.alerts');
  const locale = useLocale();
  const figures = alertFigures(t, alert, locale);
  if (figures.count === null) return null;
  const shown = [
    ...(held === undefined
      ? []
      : [{ label: t(alert.sourceKind ? 'holds' : 'inCarts'), value: t('units', { count: held }) }]),
    // What has ended is not counted any more.
    ...(alert.endedAt === null ? [{ label: countLabel(t, alert), value: figures.count }] : []),
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
