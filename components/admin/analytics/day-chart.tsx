import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { AsTable } from '@/components/admin/charts/as-table';
import { ChartCard } from '@/components/admin/charts/chart-card';
import { MirrorColumns } from '@/components/admin/charts/mirror-columns';
import { Cell, HeadCell, RowHead } from '@/components/admin/data-table';
import { rowsAddress } from '@/lib/analytics/address';
import type { DayFigures, Filter } from '@/lib/analytics/schema';
import { dayName, dayTick } from '@/lib/i18n/days';
import { formatMoney } from '@/lib/i18n/money';
import { type Bucket, bucketsOf } from './buckets';
import { FigureLink } from './figure-link';
import { FigureTable } from './figure-table';

type Props = { days: DayFigures[]; filter: Filter; slug: string; currency: string };

/** Locks by the day on which they were made: sold above the line, lost under it. */
export function DayChart({ days, filter, slug, currency }: Props) {
  const t = useTranslations('admin.analytics.days');
  const locale = useLocale();
  const format = useFormatter();
  const { by, buckets } = bucketsOf(days);
  const sum = (name: 'sold' | 'lost' | 'open') => days.reduce((all, day) => all + day[name], 0);
  const name = ({ from, to }: Bucket) =>
    by === 'day' ? dayName(from, locale) : `${dayTick(from, locale)} – ${dayTick(to, locale)}`;
  const best = buckets.reduce((a, b) => (b.sold > a.sold ? b : a), buckets[0]!);
  const label = t('label', {
    sold: sum('sold'),
    lost: sum('lost'),
    best: name(best),
    bestSold: best.sold,
  });
  return (
    <>
      <ChartCard
        up={t('sold', { count: sum('sold'), written: format.number(sum('sold')) })}
        down={t('lost', { count: sum('lost'), written: format.number(sum('lost')) })}
        open={sum('open') > 0 ? t('open', { count: sum('open') }) : undefined}
      >
        <MirrorColumns
          label={label}
          format={(value) => format.number(value, { notation: 'compact' })}
          columns={buckets.map((bucket) => ({
            key: bucket.from,
            tick: dayTick(bucket.from, locale),
            title: t('title', { day: name(bucket), sold: bucket.sold, lost: bucket.lost }),
            up: { sold: bucket.sold, open: bucket.open },
            down: { lost: bucket.lost },
          }))}
        />
      </ChartCard>
      <AsTable of={t('heading')}>
        <FigureTable of={t('heading')}>
          <thead>
            <tr>
              <HeadCell>{t(by)}</HeadCell>
              {(
                [
                  'locks',
                  'sold',
                  'lost',
                  'open',
                  'carts',
                  'cartsSold',
                  'value',
                  'valueSold',
                ] as const
              ).map((column) => (
                <HeadCell key={column} numeric>
                  {t(`columns.${column}`)}
                </HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {buckets.toReversed().map((bucket) => {
              const { from, to } = bucket;
              const link = (figure: number, query: { outcome?: string; cart?: string }) => (
                <FigureLink
                  href={rowsAddress(slug, { ...filter, from, to, ...query })}
                  figure={figure}
                >
                  {format.number(figure)}
                </FigureLink>
              );
              return (
                <tr key={from}>
                  <RowHead>{name(bucket)}</RowHead>
                  <Cell numeric>{link(bucket.locks, {})}</Cell>
                  <Cell numeric>{link(bucket.sold, { outcome: 'sale' })}</Cell>
                  <Cell numeric>{link(bucket.lost, { outcome: 'lost' })}</Cell>
                  <Cell numeric>{link(bucket.open, { outcome: 'open' })}</Cell>
                  <Cell numeric>{link(bucket.carts, { cart: 'locked' })}</Cell>
                  <Cell numeric>{link(bucket.cartsSold, { cart: 'sold' })}</Cell>
                  <Cell numeric>{formatMoney({ amount: bucket.value, currency }, locale)}</Cell>
                  <Cell numeric>{formatMoney({ amount: bucket.valueSold, currency }, locale)}</Cell>
                </tr>
              );
            })}
          </tbody>
        </FigureTable>
      </AsTable>
    </>
  );
}
