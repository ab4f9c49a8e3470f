import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Bar } from '@/components/admin/charts/bar';
import { Disclosure } from '@/components/admin/charts/disclosure';
import { Cell, HeadCell, RowHead } from '@/components/admin/data-table';
import { rowsAddress } from '@/lib/analytics/address';
import type { Dimension, Filter, LossRow } from '@/lib/analytics/schema';
import { formatMoney } from '@/lib/i18n/money';
import { changeOf, rateOf } from './change';
import { ChangeWords } from './change-words';
import { FigureLink } from './figure-link';
import { FigureTable } from './figure-table';
import { useKeyWords } from './key-words';
import { RateWords } from './rate-words';
import { endedOf, lostOf, reachedOf } from './sums';

type Props = {
  of: Dimension;
  title: string;
  rows: LossRow[];
  before: LossRow[];
  filter: Filter;
  slug: string;
  currency: string;
  zones: ReadonlyMap<number, string>;
};

/** Rows that are read at a glance; the others are a click away. */
const rowsShown = 8;

/** What was lost by one dimension: its value first, then how many, and how many of those that ended. */
export function LossTable(props: Props) {
  const t = useTranslations('admin.analytics.loss');
  const [first, others] = [props.rows.slice(0, rowsShown), props.rows.slice(rowsShown)];
  const most = Math.max(1, ...props.rows.map((row) => lostOf(row, 'value')));
  return (
    <>
      <LossRows {...props} rows={first} most={most} />
      {others.length > 0 && (
        <Disclosure className="mt-2" label={t('others', { count: others.length })} of={props.title}>
          <LossRows {...props} rows={others} most={most} />
        </Disclosure>
      )}
    </>
  );
}

function LossRows({
  of,
  title,
  rows,
  before,
  most,
  filter,
  slug,
  currency,
  zones,
}: Props & { most: number }) {
  const t = useTranslations('admin.analytics.loss');
  const locale = useLocale();
  const format = useFormatter();
  const words = useKeyWords({ zones, currency });
  const money = (amount: number) => formatMoney({ amount, currency }, locale);
  return (
    <FigureTable of={title}>
      <thead>
        <tr>
          <HeadCell>{t(`by.${of}`)}</HeadCell>
          <HeadCell numeric>{t('value')}</HeadCell>
          <HeadCell className="w-1/4 min-w-16" aria-hidden />
          <HeadCell numeric>{t('lost')}</HeadCell>
          <HeadCell numeric>{t(of === 'stage' ? 'stayed' : 'rate')}</HeadCell>
          <HeadCell>{t('before')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => {
          const former = before.find(({ key }) => key === row.key);
          const [value, locks] = [lostOf(row, 'value'), lostOf(row, 'locks')];
          const [valueBefore, locksBefore] = former
            ? [lostOf(former, 'value'), lostOf(former, 'locks')]
            : [0, 0];
          // A lock counts at the furthest step it came to; who stayed is a share of all that came as far.
          const ended = of === 'stage' ? reachedOf(rows, at, 'locks') : endedOf(row, 'locks');
          return (
            <tr key={row.key}>
              <RowHead>{words(of, row.key)}</RowHead>
              <Cell numeric>{money(value)}</Cell>
              <Cell aria-hidden className="align-middle">
                <Bar parts={[{ tone: 'lost', share: value / most }]} />
              </Cell>
              <Cell numeric>
                <FigureLink
                  href={rowsAddress(slug, { ...filter, outcome: 'lost', [of]: row.key })}
                  figure={locks}
                >
                  {format.number(locks)}
                </FigureLink>
              </Cell>
              <Cell numeric>
                <RateWords rate={rateOf(locks, ended)} />
              </Cell>
              <Cell>
                <ChangeWords
                  className="whitespace-nowrap"
                  change={changeOf(value, valueBefore, locksBefore)}
                  before={money(valueBefore)}
                  write={money}
                />
              </Cell>
            </tr>
          );
        })}
      </tbody>
    </FigureTable>
  );
}
