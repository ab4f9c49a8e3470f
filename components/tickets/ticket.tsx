import { useLocale, useTranslations } from 'next-intl';
import { Poster } from '@/components/catalogue/poster';
import { TenantLogo } from '@/components/shell/tenant-logo';
import { cn } from '@/components/ui/class-names';
import { longDate } from '@/lib/i18n/dates';
import type { OrderVenue, OrderWithTenant } from '@/lib/orders/queries';
import type { Order } from '@/lib/orders/schema';
import { Perforation } from './perforation';
import { TicketCode } from './ticket-code';

export type TicketProps = {
  ticket: Order['tickets'][number];
  /** The performance that it is for. */
  item: Order['items'][number] | undefined;
  venue: OrderVenue | undefined;
  organizer: OrderWithTenant['tenant'];
  holder: string;
  index: number;
  count: number;
};

/** One ticket for one person, as it would be torn at the door: the seat large, the code on a stub. */
export function Ticket({ ticket, item, venue, organizer, holder, index, count }: TicketProps) {
  const t = useTranslations('orders');
  const locale = useLocale();
  const spent = ticket.status !== 'valid';
  return (
    <article
      data-slot="ticket"
      data-status={ticket.status}
      aria-label={t('ticketLabel', { index, count })}
      className="relative grid grid-cols-1 overflow-hidden rounded-card border border-line bg-raised shadow-lift sm:grid-cols-[7rem_1fr_auto] print:grid-cols-[3rem_1fr_auto]"
    >
      <div className="h-20 sm:h-auto print:h-auto">
        <Poster seed={`${organizer.slug}/${item?.eventName ?? ''}`} colour={organizer.accent} />
      </div>
      <div className={cn('grid content-between gap-6 p-6', spent && 'opacity-60')}>
        <header>
          <p className="flex items-center gap-2.5 text-brass-text text-sm">
            <TenantLogo tenant={organizer} size="small" />
            {organizer.name}
          </p>
          <h3 className="mt-1 text-balance font-display text-2xl leading-tight">
            {item?.eventName}
          </h3>
          {item && (
            <p className="mt-1.5 text-muted first-letter:uppercase">
              <time dateTime={item.startsAt}>
                {longDate(item.startsAt, locale, organizer.timeZone)}
              </time>
            </p>
          )}
          {venue && (
            <p className="text-muted text-sm">
              {venue.name} · {venue.address}, {venue.city}
            </p>
          )}
        </header>
        <dl className="flex flex-wrap items-end gap-x-8 gap-y-3">
          <Figure term={t('zone')} value={ticket.zoneName} small={ticket.seat !== null} />
          {ticket.row !== null && <Figure term={t('row')} value={ticket.row} />}
          {ticket.seat !== null && <Figure term={t('seat')} value={ticket.seat} />}
        </dl>
        <p className="text-muted text-sm">
          {holder} · {t('admitsOne')}
        </p>
      </div>
      <div className="relative flex flex-col items-center justify-center gap-3 p-6 sm:pl-8">
        <Perforation />
        <div className={cn(spent && 'opacity-25')}>
          <TicketCode code={ticket.code} />
        </div>
        {ticket.status !== 'valid' && (
          <p className="absolute -rotate-12 rounded-control border-2 border-danger bg-raised px-4 py-1.5 font-display text-2xl text-danger uppercase">
            {t(ticket.status)}
          </p>
        )}
      </div>
    </article>
  );
}

function Figure({ term, value, small = false }: { term: string; value: string; small?: boolean }) {
  return (
    <div className={cn('grid', small && 'max-sm:basis-full')}>
      <dt className="text-muted text-xs uppercase tracking-widest">{term}</dt>
      <dd
        className={cn(
          'font-display leading-none tabular-nums',
          small ? 'pt-2 pb-0.5 text-2xl' : 'pt-1.5 text-5xl',
        )}
      >
        {value}
      </dd>
    </div>
  );
}
