import { useTranslations } from 'next-intl';
import { AsTable } from '@/components/admin/charts/as-table';
import type { Report } from '@/lib/analytics/report';
import { type Dimension, dimensions, type Filter, type LossRow } from '@/lib/analytics/schema';
import { HourChart } from './hour-chart';
import { LossTable } from './loss-table';
import { ReasonTable } from './reason-table';
import { AnalyticsSection } from './section';
import { lostOf } from './sums';

type Props = {
  now: Report;
  before: Report;
  csv: (table: string) => string;
  filter: Filter;
  slug: string;
  currency: string;
  zones: ReadonlyMap<number, string>;
};

/** Dimensions that have an order of their own; the others go by what was lost. */
const ordered: Dimension[] = ['hour', 'extensions', 'stage'];
const stageOrder = ['cart', 'checkout', 'paying'];

function sorted(of: Dimension, rows: LossRow[]): LossRow[] {
  if (of === 'stage') {
    return rows.toSorted((a, b) => stageOrder.indexOf(a.key) - stageOrder.indexOf(b.key));
  }
  if (ordered.includes(of)) return rows.toSorted((a, b) => Number(a.key) - Number(b.key));
  return rows.toSorted((a, b) => lostOf(b, 'value') - lostOf(a, 'value'));
}

/** What was not sold: why first, then by everything that it can be told apart by. */
export function Losses({ now, before, csv, ...common }: Props) {
  const t = useTranslations('admin.analytics.loss');
  return (
    <>
      <AnalyticsSection
        id="reasons"
        title={t('byReason')}
        line={t('byReasonLine')}
        csv={csv('reasons')}
        defines={['lost', 'timeout', 'buyer', 'tab_closed', 'admin', 'value']}
      >
        <ReasonTable now={now.reasons} before={before.reasons} {...common} />
      </AnalyticsSection>
      <div className="grid gap-x-8 gap-y-12 2xl:grid-cols-2">
        {dimensions.map((of) => {
          const title = t(`titles.${of}`);
          const table = (
            <LossTable
              of={of}
              title={title}
              rows={sorted(of, now.losses[of])}
              before={before.losses[of]}
              {...common}
            />
          );
          return (
            <AnalyticsSection
              key={of}
              id={`loss-${of}`}
              title={title}
              csv={csv(of)}
              defines={[of, of === 'stage' ? 'stayed' : 'lossRate']}
            >
              {of === 'hour' ? (
                <>
                  <HourChart rows={now.losses.hour} />
                  <AsTable of={title}>{table}</AsTable>
                </>
              ) : (
                table
              )}
            </AnalyticsSection>
          );
        })}
      </div>
    </>
  );
}
