import { useLocale, useTranslations } from 'next-intl';
import { StatePanel } from '@/components/ui/state';
import { csvAddress } from '@/lib/analytics/address';
import type { Choices } from '@/lib/analytics/choices';
import { zoneNames } from '@/lib/analytics/names';
import type { Report } from '@/lib/analytics/report';
import type { Filter, SeatFigures } from '@/lib/analytics/schema';
import type { Tenant } from '@/lib/tenants/queries';
import { bucketsOf } from './buckets';
import { CartsBackFigures } from './carts-back';
import { ConversionTable } from './conversion-table';
import { DayChart } from './day-chart';
import { FunnelChart } from './funnel-chart';
import { Headline } from './headline';
import { Losses } from './losses';
import { PeriodLine } from './period-line';
import { AnalyticsSection } from './section';
import { TimeTable } from './time-table';
import { WorstSeats } from './worst-seats';

type Props = {
  now: Report;
  before: Report;
  /** Null where no event is chosen. */
  seats: SeatFigures[] | null;
  filter: Filter;
  tenant: Tenant;
  choices: Choices;
};

/** The page's figures, from what came of them to why the rest did not. */
export function AnalyticsReport({ now, before, seats, filter, tenant, choices }: Props) {
  const t = useTranslations('admin.analytics');
  const locale = useLocale();
  const { slug, currency, timeZone } = tenant;
  const csv = (table: string) => csvAddress(slug, table, filter, locale);
  const common = { filter, slug, currency };
  const line = <PeriodLine filter={filter} today={choices.today} timeZone={timeZone} />;
  if (now.conversion.locks.made === 0 && now.funnel.viewed === 0) {
    return (
      <>
        {line}
        <StatePanel
          className="max-w-none rounded-card bg-sunken"
          title={t('empty')}
          line={t('emptyLine')}
        />
      </>
    );
  }
  return (
    <>
      {line}
      <Headline now={now} before={before} {...common} />
      <div className="grid gap-x-8 gap-y-12">
        <AnalyticsSection
          id="funnel"
          title={t('funnel.title')}
          line={t('funnel.line')}
          csv={csv('funnel')}
          defines={['viewed', 'locked', 'checkout', 'paying', 'cartSold']}
        >
          <FunnelChart now={now.funnel} before={before.funnel} filter={filter} slug={slug} />
        </AnalyticsSection>
        <AnalyticsSection
          id="conversion"
          title={t('conversion.title')}
          line={t('conversion.line')}
          csv={csv('conversion')}
          defines={['made', 'sold', 'lost', 'open', 'carts', 'units', 'value', 'rate', 'change']}
        >
          <ConversionTable now={now.conversion} before={before.conversion} {...common} />
        </AnalyticsSection>
        {now.days.length > 1 && (
          <AnalyticsSection
            id="days"
            title={t('days.heading')}
            line={t(bucketsOf(now.days).by === 'day' ? 'days.line' : 'days.weeksLine')}
            csv={csv('days')}
            defines={['day', 'sold', 'lost', 'carts']}
          >
            <DayChart days={now.days} {...common} />
          </AnalyticsSection>
        )}
        <Losses
          now={now}
          before={before}
          csv={csv}
          zones={zoneNames(choices, filter.eventId, locale, timeZone)}
          {...common}
        />
        <div className="grid gap-x-8 gap-y-12 xl:grid-cols-2">
          <AnalyticsSection
            id="time"
            title={t('time.title')}
            line={t('time.line')}
            csv={csv('time')}
            defines={['meanTime', 'within']}
          >
            <TimeTable
              now={now.conversion.timeToConvert}
              before={before.conversion.timeToConvert}
              filter={filter}
              slug={slug}
            />
          </AnalyticsSection>
          <AnalyticsSection
            id="back"
            title={t('back.title')}
            line={t('back.line')}
            csv={csv('back')}
            defines={['back', 'backSold']}
          >
            <CartsBackFigures now={now.back} before={before.back} filter={filter} slug={slug} />
          </AnalyticsSection>
        </div>
        <WorstSeats seats={seats} csv={csv('seats')} filter={filter} slug={slug} />
      </div>
    </>
  );
}
