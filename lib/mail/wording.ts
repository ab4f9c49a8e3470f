import { createTranslator } from 'next-intl';
import { longDate } from '@/lib/i18n/dates';
import { formatMoney } from '@/lib/i18n/money';
import { logoPath } from '@/lib/tenants/schema';
import en from '@/messages/en.json';
import es from '@/messages/es.json';
import type { Confirmation } from './queries';

const messages = { es, en };

/** The confirmation in its buyer's words: what the HTML and the plain text both say. */
export type Wording = ReturnType<typeof wordingOf>;

/** @param publicUrl where people reach the site, without a slash at the end */
export function wordingOf(order: Confirmation, publicUrl: string) {
  const { locale, tenant } = order;
  const t = createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'mail.confirmation',
  });
  const money = (amount: number) => formatMoney({ amount, currency: order.currency }, locale);
  const place = (of: { zoneName: string; row: string | null; seat: string | null }) =>
    of.seat === null
      ? t('standing', { zone: of.zoneName })
      : t('seat', { zone: of.zoneName, row: of.row ?? '', seat: of.seat });

  const firstOfEach = new Map(order.items.toReversed().map((item) => [item.eventId, item]));
  const events = [...firstOfEach.values()].toReversed().map(({ eventId, eventName, ...first }) => ({
    id: eventId,
    name: eventName,
    when: longDate(first.startsAt.toISOString(), locale, tenant.timeZone),
    where: [first.venue.name, first.venue.address, first.venue.city].join(', '),
    items: order.items
      .filter((item) => item.eventId === eventId)
      .map((item) => ({
        id: item.id,
        place: place(item),
        units:
          item.quantity > 1
            ? t('units', { count: item.quantity, price: money(item.priceMinor) })
            : null,
        price: money(item.priceMinor * item.quantity),
      })),
  }));
  const only = events.length === 1 ? events[0]!.name : null;

  return {
    locale,
    organizer: tenant.name,
    logo: tenant.logoHash && `${publicUrl}${logoPath(tenant)}`,
    subject: only ? t('subject', { event: only }) : t('subjectMany', { number: order.number }),
    preview: t('preview', { number: order.number, count: order.tickets.length }),
    title: only ? t('title', { event: only }) : t('titleMany'),
    greeting: t('greeting', { name: order.name }),
    lead: t('lead', { count: order.tickets.length }),
    number: t('number', { number: order.number }),
    open: t('open'),
    url: `${publicUrl}/${locale}/orders/${order.id}?key=${encodeURIComponent(order.accessKey)}`,
    urlHint: t('urlHint'),
    events,
    total: { label: t('total'), amount: money(order.totalMinor) },
    ticketsTitle: t('tickets', { count: order.tickets.length }),
    tickets: order.tickets.map((ticket) => ({
      code: ticket.code,
      event: only ? null : ticket.eventName,
      place: place(ticket),
      alt: t('qr', { code: ticket.code }),
    })),
    keep: t('keep'),
    footer: t('footer', { organizer: tenant.name }),
  };
}
