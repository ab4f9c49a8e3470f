import { useFormatter, useTranslations } from 'next-intl';
import { Cell, HeadCell, RowHead } from '@/components/admin/data-table';
import { rowsAddress } from '@/lib/analytics/address';
import type { Filter, SeatFigures } from '@/lib/analytics/schema';
import { rateOf } from './change';
import { FigureLink } from './figure-link';
import { FigureTable } from './figure-table';
import { RateWords } from './rate-words';

type Props = { seats: SeatFigures[]; filter: Filter; slug: string };

/** Seats of one event that were most often locked and left. */
export function SeatTable({ seats, filter, slug }: Props) {
  const t = useTranslations('admin.analytics.seats');
  const format = useFormatter();
  return (
    <FigureTable of={t('title')}>
      <thead>
        <tr>
          <HeadCell>{t('seat')}</HeadCell>
          <HeadCell>{t('zone')}</HeadCell>
          <HeadCell numeric>{t('abandoned')}</HeadCell>
          <HeadCell numeric>{t('locks')}</HeadCell>
          <HeadCell numeric>{t('rate')}</HeadCell>
          <HeadCell>{t('sold')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {seats.map(({ seatId, zoneName, row, seat, locks, sold, abandoned }) => (
          <tr key={seatId}>
            <RowHead>{t('place', { row, seat })}</RowHead>
            <Cell>{zoneName}</Cell>
            <Cell numeric className="font-semibold">
              <FigureLink
                href={rowsAddress(slug, { ...filter, outcome: 'lost', seat: seatId })}
                figure={abandoned}
              >
                {format.number(abandoned)}
              </FigureLink>
            </Cell>
            <Cell numeric>
              <FigureLink href={rowsAddress(slug, { ...filter, seat: seatId })} figure={locks}>
                {format.number(locks)}
              </FigureLink>
            </Cell>
            <Cell numeric>
              <RateWords rate={rateOf(abandoned, abandoned + sold)} />
            </Cell>
            <Cell>{sold > 0 ? t('yes') : t('notYet')}</Cell>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
