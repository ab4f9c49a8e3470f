import { ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Poster } from '@/components/catalogue/poster';
import { Price } from '@/components/ui/price';
import { longDate } from '@/lib/i18n/dates';
import { Link } from '@/lib/i18n/navigation';
import type { OrderCard } from '@/lib/orders/of-user';

/** An account's orders, each a strip of its poster that leads to the tickets. */
export function OrderCards({ orders }: { orders: OrderCard[] }) {
  return (
    <ul className="grid gap-4">
      {orders.map((order) => (
        <Strip key={order.id} order={order} />
      ))}
    </ul>
  );
}

function Strip({ order }: { order: OrderCard }) {
  const t = useTranslations('account');
  const locale = useLocale();
  return (
    <li className="group relative grid grid-cols-[4.5rem_1fr_auto] items-center overflow-hidden rounded-card border border-line bg-raised sm:grid-cols-[7rem_1fr_auto]">
      <div className="h-full min-h-24">
        <Poster seed={`${order.tenant.slug}/${order.eventName}`} colour={order.tenant.accent} />
      </div>
      <div className="min-w-0 px-4 py-4 sm:px-6">
        <h3 className="font-display text-xl leading-tight sm:text-2xl">{order.eventName}</h3>
        <p className="mt-1 text-muted text-sm first-letter:uppercase">
          {longDate(order.startsAt, locale, order.tenant.timeZone)}
        </p>
        <p className="text-muted text-sm">{order.tenant.name}</p>
        <p className="mt-1.5 text-sm">
          {t(`status.${order.status}`)} · {t('units', { count: order.units })} ·{' '}
          <Price money={order.total} />
        </p>
      </div>
      <Link
        href={`/orders/${order.id}`}
        prefetch={false}
        aria-label={t('openFor', { number: order.number, event: order.eventName })}
        className="mr-3 grid size-11 place-items-center rounded-control transition-colors after:absolute after:inset-0 group-hover:bg-sunken"
      >
        <ChevronRight aria-hidden className="size-5" />
      </Link>
    </li>
  );
}
