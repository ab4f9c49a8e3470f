import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FigureTile } from '@/components/admin/figure-tile';
import type { Report } from '@/lib/analytics/report';
import { formatMoney } from '@/lib/i18n/money';
import { changeOf, rateOf } from './change';
import { ChangeWords } from './change-words';
import { useDurationWords } from './duration-words';
import { PointsWords, RateWords } from './rate-words';
import { type Defined, Definitions } from './section';

type Props = { now: Report; before: Report; currency: string };

/** Four figures that are read from across the room. */
export function Headline({ now, before, currency }: Props) {
  const t = useTranslations('admin.analytics.headline');
  const locale = useLocale();
  const format = useFormatter();
  const duration = useDurationWords();
  const money = (amount: number) => formatMoney({ amount, currency }, locale);
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
        value={money(now.conversion.value.sold)}
        note={change('sold')}
        terms={['sold', 'value', 'change']}
      />
      <Tile
        label={t('lost')}
        value={money(now.conversion.value.lost)}
        note={change('lost')}
        terms={['lost', 'value', 'change']}
      />
      <Tile
        label={t('rate')}
        value={<RateWords rate={rates[0]} />}
        note={<PointsWords now={rates[0]} before={rates[1]} />}
        terms={['carts', 'rate']}
      />
      <Tile
        label={t('time')}
        value={times.now === null ? '–' : duration(times.now)}
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
      {now.conversion.locks.open > 0 && (
        <div className="rounded-card border border-line bg-raised px-4 py-3 text-sm sm:col-span-2 xl:col-span-4">
          <dt className="inline font-semibold text-brass-text">{t('open')}: </dt>
          <dd className="inline text-muted">
            {t('openLine', {
              locks: now.conversion.locks.open,
              written: format.number(now.conversion.locks.open),
              value: money(now.conversion.value.open),
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
      value={<span className="whitespace-nowrap text-2xl 2xl:text-3xl">{value}</span>}
      note={
        <>
          <span className="block min-h-5">{note}</span>
          <Definitions of={label} terms={terms} className="mt-1" />
        </>
      }
    />
  );
}
