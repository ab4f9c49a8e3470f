import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Bar } from '@/components/admin/charts/bar';
import { Cell, HeadCell, RowHead } from '@/components/admin/data-table';
import { rowsAddress } from '@/lib/analytics/address';
import type { ByOutcome, Filter } from '@/lib/analytics/schema';
import { formatMoney } from '@/lib/i18n/money';
import { changeOf, rateOf } from './change';
import { ChangeWords } from './change-words';
import { FigureLink } from './figure-link';
import { FigureTable } from './figure-table';
import { RateWords } from './rate-words';
import { lossReasons, lostOf } from './sums';

type Props = { now: ByOutcome; before: ByOutcome; filter: Filter; slug: string; currency: string };

/** Why carts came to nothing, by the value that went with them. */
export function ReasonTable({ now, before, filter, slug, currency }: Props) {
  const t = useTranslations('admin.analytics.loss');
  const reason = useTranslations('admin.analytics.keys.outcome');
  const locale = useLocale();
  const format = useFormatter();
  const money = (amount: number) => formatMoney({ amount, currency }, locale);
  const [value, locks] = [lostOf(now, 'value'), lostOf(now, 'locks')];
  return (
    <FigureTable of={t('byReason')}>
      <thead>
        <tr>
          <HeadCell>{t('reason')}</HeadCell>
          <HeadCell numeric>{t('value')}</HeadCell>
          <HeadCell className="w-1/4 min-w-16" aria-hidden />
          <HeadCell numeric>{t('share')}</HeadCell>
          <HeadCell numeric>{t('lost')}</HeadCell>
          <HeadCell numeric>{t('units')}</HeadCell>
          <HeadCell>{t('before')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {lossReasons
          .toSorted((a, b) => now[b].value - now[a].value)
          .map((key) => (
            <tr key={key}>
              <RowHead>{reason(key)}</RowHead>
              <Cell numeric className="font-semibold">
                {money(now[key].value)}
              </Cell>
              <Cell aria-hidden className="align-middle">
                <Bar parts={[{ tone: 'lost', share: now[key].value / Math.max(1, value) }]} />
              </Cell>
              <Cell numeric>
                {locks < 20 ? '–' : <RateWords rate={rateOf(now[key].value, value, locks)} />}
              </Cell>
              <Cell numeric>
                <FigureLink
                  href={rowsAddress(slug, { ...filter, outcome: key })}
                  figure={now[key].locks}
                >
                  {format.number(now[key].locks)}
                </FigureLink>
              </Cell>
              <Cell numeric>{format.number(now[key].units)}</Cell>
              <Cell>
                <ChangeWords
                  className="whitespace-nowrap"
                  change={changeOf(now[key].value, before[key].value, before[key].locks)}
                  before={money(before[key].value)}
                  write={money}
                />
              </Cell>
            </tr>
          ))}
      </tbody>
    </FigureTable>
  );
}
