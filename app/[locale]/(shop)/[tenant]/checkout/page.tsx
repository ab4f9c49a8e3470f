import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CheckoutRoom } from '@/components/checkout/checkout-room';
import { type Context, isBuyer } from '@/lib/context';
import { database } from '@/lib/database';
import { listPublished } from '@/lib/events/queries';
import { buyerContext } from '@/lib/http/page-context';
import { longDate } from '@/lib/i18n/dates';
import { Link, redirect } from '@/lib/i18n/navigation';
import type { Locale } from '@/lib/i18n/routing';
import { lockStatus } from '@/lib/locks/queries';
import type { LockStatus } from '@/lib/locks/schema';
import { markCheckout } from '@/lib/locks/service';
import { orderByKey } from '@/lib/orders/queries';
import { orderBody } from '@/lib/orders/sandbox';
import { tenantBySlug } from '@/lib/tenants/queries';
import { openAccount } from '@/lib/users/session';
import { isUuid } from '@/lib/uuid';

type Props = PageProps<'/[locale]/[tenant]/checkout'>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checkout');
  return { title: t('title'), robots: { index: false } };
}

/** Pays for what is in the cart; with `order` and `key`, for the order that was opened for it. */
export default async function CheckoutPage({ params, searchParams }: Props) {
  const [{ locale, tenant: slug }, { order: orderId, key }] = await Promise.all([
    params,
    searchParams,
  ]);
  const tenant = await tenantBySlug(database(), slug);
  if (!tenant) notFound();
  const open =
    typeof orderId === 'string' && typeof key === 'string' ? await read(orderId, key, slug) : null;
  if (open && (open.order.status === 'paid' || open.order.status === 'refunded')) {
    redirect({
      href: `/orders/${open.order.id}?${new URLSearchParams({ key: open.key })}`,
      locale: locale as Locale,
    });
  }
  const [status, user, events, t] = await Promise.all([
    cartAtCheckout(await buyerContext(tenant.id)),
    openAccount(),
    listPublished(database(), tenant.id),
    getTranslations('checkout'),
  ]);
  return (
    <div className="mx-auto w-full max-w-6xl px-5 pt-8 pb-20 sm:px-8 sm:pt-12">
      <Link
        href={`/${tenant.slug}`}
        className="inline-flex min-h-8 items-center font-semibold text-accent text-sm underline-offset-4 hover:underline"
      >
        {tenant.name}
      </Link>
      <h1 className="mt-1 mb-7 font-display text-4xl sm:text-5xl">{t('heading')}</h1>
      <CheckoutRoom
        key={open?.order.id ?? 'cart'}
        tenant={tenant.slug}
        timeZone={tenant.timeZone}
        status={status}
        showings={events.map((event) => ({
          eventId: event.id,
          href: `/${tenant.slug}/${event.slug}`,
          when: longDate(event.startsAt, locale, event.timeZone),
          where: `${event.venueName}, ${event.venueCity}`,
        }))}
        buyer={{ name: user?.name ?? '', email: user?.email ?? '' }}
        open={open && open.order.status !== 'cancelled' ? open : null}
      />
    </div>
  );
}

async function cartAtCheckout(ctx: Context): Promise<LockStatus> {
  const status = await lockStatus(ctx);
  if (isBuyer(ctx) && status.locks.length > 0) await markCheckout(ctx);
  return status;
}

/** The order of this organizer that the key opens; null sends the buyer back to the cart. */
async function read(orderId: string, key: string, slug: string) {
  const found = isUuid(orderId) ? await orderByKey(database(), orderId, { key }) : null;
  if (found?.tenant.slug !== slug) return null;
  return { order: orderBody(found), key };
}
