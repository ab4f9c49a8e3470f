import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AmendedNotice } from '@/components/admin/analytics/amended-notice';
import { AnalyticsReport } from '@/components/admin/analytics/analytics-report';
import { PeriodBar } from '@/components/admin/analytics/period-bar';
import { PageHead } from '@/components/admin/page-head';
import { amended } from '@/lib/analytics/amended';
import { choices } from '@/lib/analytics/choices';
import { eventNames } from '@/lib/analytics/names';
import { readPeriod } from '@/lib/analytics/periods';
import { periodBefore } from '@/lib/analytics/policy';
import { worstSeats } from '@/lib/analytics/queries';
import { report } from '@/lib/analytics/report';
import { one } from '@/lib/http/search-params';
import { staffPage } from '@/lib/http/staff';

type Props = PageProps<'/[locale]/admin/[tenant]/analytics'>;

const seatsShown = 20;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.analytics'))('title') };
}

/** From the first look to the sale, by event and period, against the period before. */
export default async function AnalyticsPage({ params, searchParams }: Props) {
  const { ctx, tenant, locale } = await staffPage(params, 'analytics.see');
  const [t, asked, known] = await Promise.all([
    getTranslations('admin.analytics'),
    searchParams,
    choices(ctx),
  ]);
  const period = readPeriod({ from: one(asked.from), to: one(asked.to) }, known.today);
  const eventId = known.events.find(({ id }) => id === one(asked.event))?.id;
  const filter = { ...period, eventId };
  const [now, before, seats] = await Promise.all([
    report(ctx, filter),
    report(ctx, { ...periodBefore(period), eventId }),
    eventId ? worstSeats(ctx, { ...period, eventId }, seatsShown) : null,
  ]);
  return (
    <>
      <PageHead title={t('title')} line={t('line')} />
      <PeriodBar
        path={`/admin/${tenant.slug}/analytics`}
        filter={filter}
        today={known.today}
        events={eventNames(known.events, locale, tenant.timeZone)}
      />
      <AmendedNotice amended={amended(asked, filter)} filter={filter} />
      <AnalyticsReport
        now={now}
        before={before}
        seats={seats}
        filter={filter}
        tenant={tenant}
        choices={known}
      />
    </>
  );
}
