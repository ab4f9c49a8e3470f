import { useTranslations } from 'next-intl';
import { hallQuery } from '@/components/admin/hall/layers';
import { Button } from '@/components/ui/button';
import { StatePanel } from '@/components/ui/state';
import type { Filter, SeatFigures } from '@/lib/analytics/schema';
import { Link } from '@/lib/i18n/navigation';
import { SeatTable } from './seat-table';
import { AnalyticsSection } from './section';

type Props = { seats: SeatFigures[] | null; csv: string; filter: Filter; slug: string };

/** The seats that people take and leave again; a question about one hall. */
export function WorstSeats({ seats, csv, filter, slug }: Props) {
  const t = useTranslations('admin.analytics.seats');
  const empty = (title: string, line: string) => (
    <StatePanel
      heading="h3"
      className="max-w-none rounded-card bg-sunken py-10"
      title={title}
      line={line}
    />
  );
  return (
    <AnalyticsSection
      id="seats"
      title={t('title')}
      line={t('line')}
      csv={seats && seats.length > 0 ? csv : undefined}
      defines={['seats']}
    >
      {!seats && empty(t('choose'), t('chooseLine'))}
      {seats?.length === 0 && empty(t('none'), t('noneLine'))}
      {seats && seats.length > 0 && <SeatTable seats={seats} filter={filter} slug={slug} />}
      {filter.eventId && (
        <Button asChild variant="secondary" size="sm" className="mt-3">
          <Link href={`/admin/${slug}/hall?${hallQuery(filter.eventId, 'abandonment')}`}>
            {t('hall')}
          </Link>
        </Button>
      )}
    </AnalyticsSection>
  );
}
