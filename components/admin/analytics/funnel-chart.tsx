import { useFormatter, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import { rowsAddress } from '@/lib/analytics/address';
import type { Filter, Funnel } from '@/lib/analytics/schema';
import { changeOf } from './change';
import { ChangeWords } from './change-words';
import { FigureLink } from './figure-link';
import { type Step, stepsOf } from './funnel-steps';
import { RateWords } from './rate-words';

type Props = { now: Funnel; before: Funnel; filter: Filter; slug: string };

/** Each step as wide as those who reached it; hatched, those who came as far as the one before. */
export function FunnelChart({ now, before, filter, slug }: Props) {
  const t = useTranslations('admin.analytics.funnel');
  const format = useFormatter();
  const number = (value: number) => format.number(value);
  const { steps, worst } = stepsOf(now);
  return (
    <ol className="grid gap-4 rounded-card border border-line bg-raised p-4 sm:p-5">
      {steps.map((at) => (
        <li
          key={at.step}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-1 md:grid-cols-[11rem_minmax(0,1fr)_14rem]"
        >
          <p className="font-semibold md:self-center">{t(`steps.${at.step}`)}</p>
          <p className="font-display text-2xl leading-none tabular-nums md:order-last md:col-start-3 md:row-start-1 md:self-center">
            {at.step === 'viewed' ? (
              number(at.count)
            ) : (
              <FigureLink
                href={rowsAddress(slug, { ...filter, cart: at.step })}
                figure={at.count}
                label={t('openCarts', { step: t(`steps.${at.step}`), carts: at.count })}
              >
                {number(at.count)}
              </FigureLink>
            )}
          </p>
          <Lane {...at} />
          <p className="col-span-2 text-muted text-sm tabular-nums md:col-span-1 md:col-start-2">
            {at.step !== 'viewed' && (
              <>
                {at.kept.kind !== 'none' && (
                  <>
                    {t('goOn')} <RateWords rate={at.kept} />
                    {' · '}
                  </>
                )}
                <span className={cn(at.step === worst && 'font-semibold text-ink')}>
                  {t(at.step === worst ? 'mostLost' : 'lost', {
                    count: at.lost,
                    written: number(at.lost),
                  })}
                </span>
              </>
            )}
          </p>
          <ChangeWords
            className="col-span-2 md:col-span-1 md:col-start-3"
            change={changeOf(now[at.step], before[at.step])}
            before={number(before[at.step])}
            write={number}
          />
        </li>
      ))}
    </ol>
  );
}

const hatched = 'repeating-linear-gradient(135deg, var(--color-line) 0 2px, transparent 2px 7px)';

function Lane({ width, cameFrom }: Step) {
  return (
    <span aria-hidden className="relative col-span-2 block h-7 md:col-span-1">
      <span
        className="absolute inset-y-0 left-0 rounded-control border border-line border-dashed"
        style={{ width: `${cameFrom * 100}%`, backgroundImage: hatched }}
      />
      <span
        className="absolute inset-y-0 left-0 min-w-1 rounded-control bg-accent forced-colors:bg-[Highlight]"
        style={{ width: `${width * 100}%` }}
      />
    </span>
  );
}
