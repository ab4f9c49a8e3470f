import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FigureTile } from '@/components/admin/figure-tile';
import { rowsAddress } from '@/lib/analytics/address';
import type { Report } from '@/lib/analytics/report';
import type { Filter } from '@/lib/analytics/schema';
import { formatMoney } from '@/lib/i18n/money';
import { changeOf, rateOf } from './change';
import { ChangeWords } from './change-words';
import { useDurationWords } from './duration-words';
import { FigureLink } from './figure-link';
import { PointsWords, RateWords } from './rate-words';
import { type Defined, Definitions } from './section';

type Props = { now: Report; before: Report; filter: Filter; slug: string; currency: string };

/** Four figures that are read from across the room. */
export function Headline({ now, before, filter, slug, currency }: Props) {
  const t = useTranslations('admin.analytics.headline');
  const locale = useLocale();
  const format = useFormatter();
  const duration = useDurationWords();
  const money = (amount: number) => formatMoney({ amount, currency }, locale);
  const open = (query: { outcome?: string; cart?: string }, figure: number, value: ReactNode) => (
    <FigureLink href={rowsAddress(slug, { ...filter, ...query })} figure={figure}>
      {value}
    </FigureLink>
  );
  const { value, carts, locks } = now.conversion;
  const made = { now: now.conversion.locks, before: before.conversion.locks };
  const rates = [now, before].map(({ conversion: { carts } }) =>
    rateOf(carts.sold, carts.sold + carts.lost),
  ) as [ReturnType<typeof rateOf>, ReturnType<typeof rateOf>];
  const change = (measure: 'sold' | 'lost') => (
    <ChangeWords
      change={changeOf(
        now.conversion.value[measure],
        before.conversion.value[measure],
        made.before[measure],
      )}
      before={money(before.conversion.value[measure])}
      write={money}
    />
  );
  const times = {
    now: now.conversion.timeToConvert.meanMs,
    before: before.conversion.timeToConvert.meanMs,
  };
  return (
    <dl className="mb-8 grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
      <Tile
        label={t('sold')}
        value={open({ outcome: 'sale' }, locks.sold, money(value.sold))}
        note={change('sold')}
        terms={['sold', 'value', 'change']}
      />
      <Tile
        label={t('lost')}
        value={open({ outcome: 'lost' }, locks.lost, money(value.lost))}
        note={change('lost')}
        terms={['lost', 'value', 'change']}
      />
      <Tile
        label={t('rate')}
        value={open({ cart: 'sold' }, carts.sold, <RateWords rate={rates[0]} />)}
        note={<PointsWords now={rates[0]} before={rates[1]} />}
        terms={['carts', 'rate']}
      />
      <Tile
        label={t('time')}
        value={times.now === null ? '–' : open({ cart: 'sold' }, carts.sold, duration(times.now))}
        note={
          times.now !== null &&
          times.before !== null && (
            <ChangeWords
              change={changeOf(
                Math.round(times.now / 1_000),
                Math.round(times.before / 1_000),
                before.conversion.carts.sold,
              )}
              before={duration(times.before)}
              write={(seconds) => duration(seconds * 1_000)}
            />
          )
        }
        terms={['meanTime']}
      />
      {locks.open > 0 && (
        <div className="rounded-card border border-line bg-raised px-4 py-3 text-sm sm:col-span-2 xl:col-span-4">
          <dt className="inline font-semibold text-brass-text">{t('open')}: </dt>
          <dd className="inline text-muted">
            {t.rich('openLine', {
              locks: locks.open,
              written: format.number(locks.open),
              value: money(value.open),
              rows: (words) => open({ outcome: 'open' }, locks.open, words),
            })}
          </dd>
        </div>
      )}
    </dl>
  );
}

type TileProps = { label: string; value: ReactNode; note: ReactNode; terms: Defined[] };

function Tile({ label, value, note, terms }: TileProps) {
  return (
    <FigureTile
      label={label}
      value={<span className="text-2xl sm:whitespace-nowrap 2xl:text-3xl">{value}</span>}
      note={
        <>
          <span className="block min-h-5">{note}</span>
          <Definitions of={label} terms={terms} className="mt-1" />
        </>
      }
    />
  );
}
