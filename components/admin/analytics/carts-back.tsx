import { useFormatter, useTranslations } from 'next-intl';
import { rowsAddress } from '@/lib/analytics/address';
import type { CartsBack, Filter } from '@/lib/analytics/schema';
import { changeOf, rateOf } from './change';
import { ChangeWords } from './change-words';
import { FigureLink } from './figure-link';
import { RateWords } from './rate-words';

type Props = { now: CartsBack; before: CartsBack; filter: Filter; slug: string };

/** Those who lost a cart and tried again within a day. */
export function CartsBackFigures({ now, before, filter, slug }: Props) {
  const t = useTranslations('admin.analytics.back');
  const format = useFormatter();
  const number = (value: number) => format.number(value);
  return (
    <dl className="grid gap-3 sm:grid-cols-3 xl:grid-cols-1 2xl:grid-cols-3">
      {(['back', 'backSold'] as const).map((name) => (
        <div key={name} className="rounded-card border border-line bg-raised px-4 py-3.5">
          <dt className="text-muted text-sm">{t(name)}</dt>
          <dd className="mt-1 font-display text-3xl leading-tight tabular-nums">
            <FigureLink href={rowsAddress(slug, { ...filter, cart: name })} figure={now[name]}>
              {number(now[name])}
            </FigureLink>
          </dd>
          <dd className="mt-0.5">
            <ChangeWords
              change={changeOf(now[name], before[name])}
              before={number(before[name])}
              write={number}
            />
          </dd>
        </div>
      ))}
      <div className="rounded-card border border-line bg-raised px-4 py-3.5">
        <dt className="text-muted text-sm">{t('rate')}</dt>
        <dd className="mt-1 font-display text-3xl leading-tight tabular-nums">
          <FigureLink
            href={rowsAddress(slug, { ...filter, cart: 'backSold' })}
            figure={now.backSold}
          >
            <RateWords rate={rateOf(now.backSold, now.back)} />
          </FigureLink>
        </dd>
        <dd className="mt-0.5 text-muted text-sm tabular-nums">
          {t('was')} <RateWords rate={rateOf(before.backSold, before.back)} />
        </dd>
      </div>
    </dl>
  );
}
