import { useLocale, useTranslations } from 'next-intl';
import { orderGroups } from '@/components/checkout/order-lines';
import { Price } from '@/components/ui/price';
import { shortDate } from '@/lib/i18n/dates';
import { formatMoney } from '@/lib/i18n/money';
import type { OrderWithTenant } from '@/lib/orders/queries';
import type { Order } from '@/lib/orders/schema';

/** What was bought, or was to be, line by line. */
export function OrderSummary({ order }: { order: OrderWithTenant }) {
  const t = useTranslations('orders');
  const locale = useLocale();
  const { timeZone } = order.tenant;
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
      {orderGroups(order.items).map(({ eventId, name, startsAt, items }) => (
        <div key={eventId} className="mt-5">
          <h3 className="font-display text-xl leading-snug">{name}</h3>
          <p className="text-muted text-sm">{shortDate(startsAt, locale, timeZone)}</p>
          <ul className="mt-2 divide-y divide-line border-line border-y">
            {items.map((item) => (
              <Line
                key={[item.zoneName, item.row, item.seat, item.price.amount].join()}
                item={item}
              />
            ))}
          </ul>
        </div>
      ))}
      <p className="flex items-baseline justify-between gap-4 pt-4">
        {t('total')}
        <Price money={order.total} className="font-display text-3xl" />
      </p>
    </section>
  );
}

function Line({ item }: { item: Order['items'][number] }) {
  const t = useTranslations('orders');
  const locale = useLocale();
  const place =
    item.row !== null && item.seat !== null
      ? t('seatPlace', { row: item.row, seat: item.seat })
      : t('standing');
  return (
    <li className="flex items-baseline gap-4 py-3">
      <p className="min-w-0 flex-1">
        {item.zoneName}, {place}
        {item.quantity > 1 && (
          <span className="block text-muted text-sm">
            {t('units', { count: item.quantity, price: formatMoney(item.price, locale) })}
          </span>
        )}
      </p>
      <Price money={{ ...item.price, amount: item.price.amount * item.quantity }} />
    </li>
  );
}
