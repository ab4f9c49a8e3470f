import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Bar } from '@/components/admin/charts/bar';
import { Cell, HeadCell, RowHead } from '@/components/admin/data-table';
import { rowsAddress } from '@/lib/analytics/address';
import type { Conversion, Filter } from '@/lib/analytics/schema';
import { formatMoney } from '@/lib/i18n/money';
import { rateOf } from './change';
import { FigureLink } from './figure-link';
import { FigureTable } from './figure-table';
import { PointsWords, RateWords } from './rate-words';

export const measures = ['carts', 'locks', 'units', 'value'] as const;
const states = ['made', 'sold', 'lost', 'open'] as const;

type Props = {
  now: Conversion;
  before: Conversion;
  filter: Filter;
  slug: string;
  currency: string;
};

/** What was made, what became of it, and the share that was sold: by four measures. */
export function ConversionTable({ now, before, filter, slug, currency }: Props) {
  const t = useTranslations('admin.analytics.conversion');
  const locale = useLocale();
  const format = useFormatter();
  const write = (measure: (typeof measures)[number], value: number) =>
    measure === 'value' ? formatMoney({ amount: value, currency }, locale) : format.number(value);
  const outcomeOf = { made: undefined, sold: 'sale', lost: 'lost', open: 'open' } as const;
  const cartOf = { made: 'locked', sold: 'sold', lost: 'lost', open: 'open' } as const;
  return (
    <FigureTable of={t('title')}>
      <thead>
        <tr>
          <HeadCell>{t('measure')}</HeadCell>
          {states.map((state) => (
            <HeadCell key={state} numeric>
              {t(state)}
            </HeadCell>
          ))}
          <HeadCell className="w-1/5 min-w-24" aria-hidden />
          <HeadCell numeric>{t('rate')}</HeadCell>
          <HeadCell>{t('change')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {measures.map((measure) => {
          const figures = now[measure];
          const former = before[measure];
          const ended = figures.sold + figures.lost;
          const cases = measure === 'carts' ? ended : now.locks.sold + now.locks.lost;
          const rate = rateOf(figures.sold, ended, cases);
          const formerCases = before.locks.sold + before.locks.lost;
          const formerRate = rateOf(
            former.sold,
            former.sold + former.lost,
            measure === 'carts' ? undefined : formerCases,
          );
          return (
            <tr key={measure}>
              <RowHead>{t(measure)}</RowHead>
              {states.map((state) => (
                <Cell key={state} numeric>
                  <FigureLink
                    href={rowsAddress(slug, {
                      ...filter,
                      ...(measure === 'carts'
                        ? { cart: cartOf[state] }
                        : { outcome: outcomeOf[state] }),
                    })}
                    figure={figures[state]}
                  >
                    {write(measure, figures[state])}
                  </FigureLink>
                </Cell>
              ))}
              <Cell aria-hidden className="align-middle">
                <Bar
                  parts={[
                    { tone: 'sold', share: figures.sold / Math.max(1, figures.made) },
                    { tone: 'open', share: figures.open / Math.max(1, figures.made) },
                    { tone: 'lost', share: figures.lost / Math.max(1, figures.made) },
                  ]}
                />
              </Cell>
              <Cell numeric className="font-semibold">
                {rate.kind === 'few' && measure === 'value' ? (
                  t('few', { cases })
                ) : (
                  <RateWords rate={rate} />
                )}
              </Cell>
              <Cell className="whitespace-nowrap text-muted tabular-nums">
                {formerRate.kind === 'few' && measure === 'value' ? (
                  t('fewBefore', { cases: formerCases })
                ) : (
                  <PointsWords now={rate} before={formerRate} />
                )}
              </Cell>
            </tr>
          );
        })}
      </tbody>
    </FigureTable>
  );
}
