import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { StatePanel } from '@/components/ui/state';
import type { HouseList } from '@/lib/events/house-list';
import { Link } from '@/lib/i18n/navigation';
import { EventRow } from './event-row';

export type HouseTenant = { slug: string; currency: string; timeZone: string };

/** What of an event the reader's role may open. */
export type Reaches = { hall: boolean; analytics: boolean };

/** A page of the house's events. */
export function EventsList({
  events,
  more,
  tenant,
  over,
  page,
  reaches,
}: HouseList & { tenant: HouseTenant; over: boolean; page: number; reaches: Reaches }) {
  const t = useTranslations('admin.events');
  const to = (next: number) => {
    const query = new URLSearchParams(over ? { when: 'over' } : {});
    if (next > 0) query.set('page', String(next + 1));
    return `/admin/${tenant.slug}/events${query.size > 0 ? `?${query}` : ''}`;
  };
  if (events.length === 0) {
    return (
      <StatePanel
        title={t(over ? 'noneOver' : 'noneComing')}
        line={t(over ? 'noneOverLine' : 'noneComingLine')}
        action={
          page > 0 && (
            <Button asChild variant="secondary">
              <Link href={to(0)}>{t('first')}</Link>
            </Button>
          )
        }
      />
    );
  }
  return (
    <>
      <ul className="grid gap-3">
        {events.map((event) => (
          <EventRow key={event.id} event={event} tenant={tenant} over={over} reaches={reaches} />
        ))}
      </ul>
      {(page > 0 || more) && (
        <nav aria-label={t('pages')} className="mt-5 flex items-center justify-between gap-3">
          {page > 0 ? (
            <Button asChild variant="secondary">
              <Link href={to(page - 1)}>{t('previous')}</Link>
            </Button>
          ) : (
            <span />
          )}
          {more && (
            <Button asChild variant="secondary">
              <Link href={to(page + 1)}>{t('next')}</Link>
            </Button>
          )}
        </nav>
      )}
    </>
  );
}
