import { useFormatter, useTranslations } from 'next-intl';
import { ChartCard } from '@/components/admin/charts/chart-card';
import { MirrorColumns } from '@/components/admin/charts/mirror-columns';
import type { LossRow } from '@/lib/analytics/schema';
import { lostOf } from './sums';

/** Locks by the hour of the house at which they were made. */
export function HourChart({ rows }: { rows: LossRow[] }) {
  const t = useTranslations('admin.analytics.days');
  const hours = useTranslations('admin.analytics.hours');
  const format = useFormatter();
  const columns = Array.from({ length: 24 }, (_, hour) => {
    const row = rows.find(({ key }) => Number(key) === hour);
    const [sold, lost] = [row?.sale.locks ?? 0, row ? lostOf(row, 'locks') : 0];
    return { hour, sold, lost, open: row?.open.locks ?? 0 };
  });
  const sum = (name: 'sold' | 'lost' | 'open') => columns.reduce((all, at) => all + at[name], 0);
  const worst = columns.reduce((a, b) => (b.lost > a.lost ? b : a));
  return (
    <ChartCard
      up={t('sold', { count: sum('sold'), written: format.number(sum('sold')) })}
      down={t('lost', { count: sum('lost'), written: format.number(sum('lost')) })}
      open={sum('open') > 0 ? t('open', { count: sum('open') }) : undefined}
    >
      <MirrorColumns
        label={hours('label', { hour: worst.hour, lost: worst.lost })}
        format={(value) => format.number(value, { notation: 'compact' })}
        columns={columns.map(({ hour, sold, lost, open }) => ({
          key: String(hour),
          tick: hours('tick', { hour }),
          title: t('title', { day: hours('tick', { hour }), sold, lost }),
          up: { sold, open },
          down: { lost },
        }))}
      />
    </ChartCard>
  );
}
