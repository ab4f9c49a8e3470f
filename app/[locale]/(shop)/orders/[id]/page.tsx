import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { OneLanguage } from '@/components/shell/one-language';
import { TenantTheme } from '@/components/shell/tenant-theme';
import { notFoundTitle } from '@/components/states/not-found-title';
import { OrderStatus } from '@/components/tickets/order-status';
import { OrderSummary } from '@/components/tickets/order-summary';
import { PaidOrder } from '@/components/tickets/paid-order';
import { database } from '@/lib/database';
import { keepToOffered } from '@/lib/http/offered-language';
import { sessionCookie, validSessionKey } from '@/lib/http/session-cookie';
import type { Locale } from '@/lib/i18n/routing';
import { type OrderWithTenant, orderByKey } from '@/lib/orders/queries';
import { openAccount } from '@/lib/users/session';
import { isUuid } from '@/lib/uuid';

type Props = PageProps<'/[locale]/orders/[id]'>;

/** The order, for who may see it; read once for the page and its title. */
const readOrder = cache(async (id: string, key: string | null): Promise<OrderWithTenant | null> => {
  if (!isUuid(id)) return null;
  const [account, jar] = await Promise.all([openAccount(), cookies()]);
  const sessionKey = validSessionKey(jar.get(sessionCookie)?.value);
  return orderByKey(database(), id, { key, userId: account?.id ?? null, sessionKey });
});

const keyOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : null);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ id, locale }, { key }] = await Promise.all([params, searchParams]);
  const order = await readOrder(id, keyOf(key));
  // The address carries the order's key: it goes to no search engine and to no other site.
  const quiet: Metadata = { robots: { index: false, follow: false }, referrer: 'no-referrer' };
  if (!order) return { ...quiet, ...(await notFoundTitle()) };
  const t = await getTranslations({ locale: locale as Locale, namespace: 'orders' });
  return { ...quiet, title: t('pageTitle', { number: order.number }) };
}

/** An order at an address that can be kept: its tickets, or what it is waiting for. */
export default async function OrderPage({ params, searchParams }: Props) {
  const [{ locale, id }, query] = await Promise.all([params, searchParams]);
  const key = keyOf(query.key);
  const order = await readOrder(id, key);
  if (!order) notFound();
  await keepToOffered(order.tenant, locale);
  const access = new URLSearchParams({ tenant: order.tenant.slug, ...(key ? { key } : {}) });
  const resume = new URLSearchParams({ order: order.id, ...(key ? { key } : {}) });
  return (
    <div className="mx-auto w-full max-w-4xl px-5 sm:px-8">
      <TenantTheme accent={order.tenant.accent} />
      <OneLanguage languages={order.tenant.languages} />
      {order.status === 'paid' ? (
        <PaidOrder order={order} byLink={key !== null} />
      ) : (
        <OrderStatus
          order={order}
          status={order.status}
          resume={`/${order.tenant.slug}/checkout?${resume}`}
          apiUrl={`/sales/orders/${order.id}?${access}`}
        />
      )}
      <div data-print="none">
        <OrderSummary order={order} />
      </div>
    </div>
  );
}
