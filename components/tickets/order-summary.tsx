import { useLocale, useTranslations } from 'next-intl';
import { Price } from '@/components/ui/price';
import { shortDate } from '@/lib/i18n/dates';
import { formatMoney } from '@/lib/i18n/money';
import type { OrderWithTenant } from '@/lib/orders/queries';

/** What was bought, or was to be, line by line. */
export function OrderSummary({ order }: { order: OrderWithTenant }) {
  const t = useTranslations('orders');
  const locale = useLocale();
  const { timeZone } = order.tenant;
  const lines = [];
  for (const item of order.items) {
    const place =
      item.row !== null && item.seat !== null
        ? t('seatPlace', { row: item.row, seat: item.seat })
        : t('standing');
    const key = [item.eventId, item.zoneName, item.row, item.seat, lines.length].join();
    lines.push(
      <li key={key} className="flex items-baseline gap-4 py-3">
        <p className="min-w-0 flex-1">
          {item.zoneName}, {place}
          <span className="block text-muted text-sm">
            {item.eventName} · {shortDate(item.startsAt, locale, timeZone)}
            {item.quantity > 1 &&
              ` · ${t('units', { count: item.quantity, price: formatMoney(item.price, locale) })}`}
          </span>
        </p>
        <Price money={{ ...item.price, amount: item.price.amount * item.quantity }} />
      </li>,
    );
  }
  return (
    <section
      data-slot="order-summary"
      aria-labelledby="order-summary"
      className="rounded-card border border-line bg-raised p-5 sm:p-6"
    >
      <h2 id="order-summary" className="font-display text-2xl">
        {t('items')}
      </h2>
      <p className="mt-1 text-muted text-sm">
        {t('buyer', { name: order.name })} ·{' '}
        {t('placed', { date: shortDate(order.createdAt, locale, timeZone) })}
      </p>
      <ul className="mt-3 divide-y divide-line border-line border-y">{lines}</ul>
      <p className="flex items-baseline justify-between gap-4 pt-4">
        {t('total')}
        <Price money={order.total} className="font-display text-3xl" />
      </p>
    </section>
  );
}
