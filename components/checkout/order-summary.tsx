'use client';

import { useLocale, useTranslations } from 'next-intl';
import { usePlaceNames } from '@/components/cart/use-place-names';
import { Price } from '@/components/ui/price';
import { longDate } from '@/lib/i18n/dates';
import type { Order } from '@/lib/orders/schema';
import { orderGroups } from './order-lines';

/** What an order was opened for; nothing can be changed here any more. */
export function OrderSummary({
  order,
  timeZone,
}: {
  order: Pick<Order, 'number' | 'items' | 'total'>;
  timeZone: string;
}) {
  const t = useTranslations('checkout');
  const locale = useLocale();
  const names = usePlaceNames();
  return (
    <section
      aria-labelledby="summary-title"
      className="grid gap-4 rounded-card border border-line bg-raised p-5"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="summary-title" className="font-display text-2xl">
          {t('summary')}
        </h2>
        <span className="text-muted text-sm">{t('orderNumber', { number: order.number })}</span>
      </div>
      {orderGroups(order.items).map(({ eventId, name, startsAt, items }) => (
        <div key={eventId} className="grid gap-1">
          <h3 className="font-display text-lg leading-snug">{name}</h3>
          <p className="text-muted text-sm first-letter:uppercase">
            {longDate(startsAt, locale, timeZone)}
          </p>
          <ul className="divide-y divide-line">
            {items.map((item) => (
              <li
                key={`${item.zoneName}/${item.row}/${item.seat}/${item.price.amount}`}
                className="flex items-baseline justify-between gap-4 py-2.5"
              >
                <span className="grid">
                  <span className="text-muted text-sm">{item.zoneName}</span>
                  <span className="font-semibold">{names.short(item, item.quantity)}</span>
                </span>
                <Price
                  money={{ ...item.price, amount: item.price.amount * item.quantity }}
                  className="font-semibold"
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className="flex items-baseline justify-between gap-4 border-line border-t pt-4">
        <span className="text-muted">{t('total')}</span>
        <Price money={order.total} className="font-display text-3xl" />
      </p>
    </section>
  );
}
