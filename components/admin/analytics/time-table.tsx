import { useFormatter, useTranslations } from 'next-intl';
import { Bar } from '@/components/admin/charts/bar';
import { Cell, HeadCell, RowHead } from '@/components/admin/data-table';
import { rowsAddress } from '@/lib/analytics/address';
import type { Filter, TimeToConvert } from '@/lib/analytics/schema';
import { rateOf } from './change';
import { useMinutesWords } from './duration-words';
import { FigureLink } from './figure-link';
import { FigureTable } from './figure-table';
import { RateWords } from './rate-words';

type Props = { now: TimeToConvert; before: TimeToConvert; filter: Filter; slug: string };

/** Sold carts by the minutes from first lock to sale. */
export function TimeTable({ now, before, filter, slug }: Props) {
  const t = useTranslations('admin.analytics.time');
  const format = useFormatter();
  const minutes = useMinutesWords();
  const sum = ({ within }: TimeToConvert) => within.reduce((all, carts) => all + carts, 0);
  const [sold, soldBefore] = [sum(now), sum(before)];
  const most = Math.max(1, ...now.within);
  return (
    <FigureTable of={t('title')}>
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
          return (
            <tr key={minutes(i)}>
              <RowHead>{minutes(i)}</RowHead>
              <Cell aria-hidden className="align-middle">
                <Bar parts={[{ tone: 'sold', share: carts / most }]} />
              </Cell>
              <Cell numeric>
                <FigureLink href={rowsAddress(slug, { ...filter, within: i })} figure={carts}>
                  {format.number(carts)}
                </FigureLink>
              </Cell>
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
    </FigureTable>
  );
}
