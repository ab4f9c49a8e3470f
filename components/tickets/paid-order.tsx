import { useTranslations } from 'next-intl';
import type { OrderWithTenant } from '@/lib/orders/queries';
import { PrintButton } from './print-button';
import { Ticket } from './ticket';

/**
 * A paid order: its tickets, and what to do with them.
 * @param byLink the address itself opens it, without the account or the session.
 */
export function PaidOrder({ order, byLink }: { order: OrderWithTenant; byLink: boolean }) {
  const t = useTranslations('orders');
  const count = order.tickets.length;
  const items = new Map(order.items.map((item) => [item.eventId, item]));
  return (
    <>
      <header data-print="none" className="py-8 sm:py-12">
        <p className="text-brass-text">{t('eyebrow', { number: order.number })}</p>
        <h1 className="mt-2 text-balance font-display text-4xl leading-tight sm:text-6xl">
          {t('paid.title', { name: order.name.split(' ')[0] ?? order.name })}
        </h1>
        <p className="mt-3 max-w-prose text-lg text-muted">{t('paid.line', { count })}</p>
      </header>
      <section aria-labelledby="tickets">
        <div className="mb-5 flex flex-wrap items-center justify-between gap-3">
          <h2 id="tickets" className="font-display text-3xl">
            {t('ticketsHeading', { count })}
          </h2>
          <PrintButton />
        </div>
        <ul className="grid gap-6">
          {order.tickets.map((ticket, at) => (
            <li key={ticket.code}>
              <Ticket
                ticket={ticket}
                item={items.get(ticket.eventId)}
                venue={order.venues.find((venue) => venue.eventId === ticket.eventId)}
                organizer={order.tenant}
                holder={order.name}
                index={at + 1}
                count={count}
              />
            </li>
          ))}
        </ul>
      </section>
      <section
        data-print="none"
        aria-labelledby="next"
        className="my-10 rounded-card bg-sunken p-6 sm:p-8"
      >
        <h2 id="next" className="font-display text-2xl">
          {t('next')}
        </h2>
        <ul className="mt-4 grid gap-3 sm:grid-cols-3 sm:gap-8">
          <li>{t('nextMail', { email: order.email })}</li>
          <li>{t(byLink ? 'nextPage' : 'nextAccount')}</li>
          <li>{t('nextDoor')}</li>
        </ul>
      </section>
    </>
  );
}
