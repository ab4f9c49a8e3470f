import { useFormatter, useTranslations } from 'next-intl';
import { Bar } from '@/components/admin/charts/bar';
import { Cell, DataTable, HeadCell } from '@/components/admin/data-table';
import { convertMinutes, type TimeToConvert } from '@/lib/analytics/schema';
import { rateOf } from './change';
import { RateWords } from './rate-words';

type Props = { now: TimeToConvert; before: TimeToConvert };

/** Sold carts by the minutes from first lock to sale. */
export function TimeTable({ now, before }: Props) {
  const t = useTranslations('admin.analytics.time');
  const format = useFormatter();
  const sum = ({ within }: TimeToConvert) => within.reduce((all, carts) => all + carts, 0);
  const [sold, soldBefore] = [sum(now), sum(before)];
  const most = Math.max(1, ...now.within);
  return (
    <DataTable label={t('title')}>
      <thead>
        <tr>
          <HeadCell>{t('within')}</HeadCell>
          <HeadCell className="w-1/3 min-w-20" aria-hidden />
          <HeadCell numeric>{t('carts')}</HeadCell>
          <HeadCell numeric>{t('share')}</HeadCell>
          <HeadCell numeric>{t('before')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {now.within.map((carts, i) => {
          const [from, to] = [convertMinutes[i - 1] ?? 0, convertMinutes[i]];
          return (
            <tr key={from}>
              <th
                scope="row"
                className="whitespace-nowrap border-line/60 border-b px-3 py-2 text-left font-medium"
              >
                {to === undefined
                  ? t('over', { from })
                  : from === 0
                    ? t('under', { to })
                    : t('between', { from, to })}
              </th>
              <Cell aria-hidden className="align-middle">
                <Bar parts={[{ tone: 'sold', share: carts / most }]} />
              </Cell>
              <Cell numeric>{format.number(carts)}</Cell>
              <Cell numeric>{sold < 20 ? '–' : <RateWords rate={rateOf(carts, sold)} />}</Cell>
              <Cell numeric className="text-muted">
                {soldBefore < 20 ? (
                  format.number(before.within[i] ?? 0)
                ) : (
                  <RateWords rate={rateOf(before.within[i] ?? 0, soldBefore)} />
                )}
              </Cell>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
