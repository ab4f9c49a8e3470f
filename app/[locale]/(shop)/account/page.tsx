import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Devices } from '@/components/account/devices';
import { Password } from '@/components/account/password';
import { SignOutButton } from '@/components/sign-in/sign-out-button';
import { OrderCards } from '@/components/tickets/order-cards';
import { Button } from '@/components/ui/button';
import { StatePanel } from '@/components/ui/state';
import { database } from '@/lib/database';
import { Link, redirect } from '@/lib/i18n/navigation';
import type { Locale } from '@/lib/i18n/routing';
import { ordersOfUser } from '@/lib/orders/of-user';
import { openSessions } from '@/lib/users/queries';
import { openAccount } from '@/lib/users/session';

type Props = PageProps<'/[locale]/account'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'account' });
  return { title: t('title'), robots: { index: false } };
}

/** The buyer's own corner: who is signed in, every order of theirs, and where else it is open. */
export default async function AccountPage({ params }: Props) {
  const [{ locale }, account, t] = await Promise.all([
    params,
    openAccount(),
    getTranslations('account'),
  ]);
  if (!account) {
    const query = { callbackUrl: `/${locale}/account` };
    return redirect({ href: { pathname: '/sign-in', query }, locale: locale as Locale });
  }
  const db = database();
  const [orders, sessions] = await Promise.all([
    ordersOfUser(db, account.id),
    openSessions(db, account.id),
  ]);
  return (
    <div className="mx-auto w-full max-w-3xl px-5 sm:px-8">
      <header className="flex flex-wrap items-end justify-between gap-4 py-8 sm:py-12">
        <div>
          <h1 className="font-display text-5xl leading-none">{account.name}</h1>
          <p className="mt-3 text-muted">{t('signedAs', { email: account.email })}</p>
        </div>
        {/* Where the header has no room for its own. */}
        <SignOutButton variant="secondary" className="sm:hidden" />
      </header>
      <h2 className="mb-4 font-display text-2xl">{t('orders')}</h2>
      {orders.length > 0 ? (
        <OrderCards orders={orders} />
      ) : (
        <StatePanel
          heading="h3"
          className="max-w-none rounded-card bg-sunken"
          title={t('empty')}
          line={t('emptyLine')}
          action={
            <Button asChild>
              <Link href="/">{t('browse')}</Link>
            </Button>
          }
        />
      )}
      <Devices sessions={sessions} current={account.sessionId} locale={locale} />
      <Password email={account.email} />
    </div>
  );
}
