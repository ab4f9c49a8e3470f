import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { Door } from '@/components/sign-in/enter';
import { returnPath } from '@/components/sign-in/return-path';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { SignOutButton } from '@/components/sign-in/sign-out-button';
import { Button } from '@/components/ui/button';
import { StatePanel } from '@/components/ui/state';
import { Link, redirect } from '@/lib/i18n/navigation';
import type { Locale } from '@/lib/i18n/routing';
import { openAccount } from '@/lib/users/session';

type Props = PageProps<'/[locale]/sign-in'>;

const doorOf = (mode: unknown): Door => (mode === 'register' ? 'register' : 'credentials');

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ locale }, { mode }] = await Promise.all([params, searchParams]);
  const t = await getTranslations({ locale: locale as Locale, namespace: 'signIn' });
  return {
    title: t(doorOf(mode) === 'register' ? 'registerTitle' : 'title'),
    robots: { index: false },
  };
}

/** One door for buyers and for the people of the house. */
export default async function SignInPage({ params, searchParams }: Props) {
  const [{ locale }, { callbackUrl, mode, entered }, user, t] = await Promise.all([
    params,
    searchParams,
    openAccount(),
    getTranslations('signIn'),
  ]);
  if (user && entered) redirect({ href: user.onTeam ? '/admin' : '/', locale: locale as Locale });
  if (user) {
    const returnTo = returnPath(callbackUrl, user.onTeam ? `/${locale}/admin` : `/${locale}`);
    return (
      <StatePanel
        heading="h1"
        className="my-auto"
        title={t('already', { name: user.name })}
        line={t('alreadyLine', { email: user.email })}
        action={
          <>
            <Button asChild>
              <a href={returnTo}>{t('continue')}</a>
            </Button>
            <SignOutButton variant="secondary" />
          </>
        }
      />
    );
  }
  // Who comes from nowhere in particular is sent on once it is known who that is.
  const returnTo = returnPath(callbackUrl, `/${locale}/sign-in?entered=1`);
  const registering = doorOf(mode) === 'register';
  const other = {
    ...(callbackUrl ? { callbackUrl: returnTo } : {}),
    ...(registering ? {} : { mode: 'register' }),
  };
  return (
    <div className="mx-auto w-full max-w-md px-5 py-10 sm:py-16">
      <h1 className="font-display text-5xl leading-none">
        {t(registering ? 'registerTitle' : 'title')}
      </h1>
      <p className="mt-3 mb-8 text-muted">{t(registering ? 'registerLead' : 'lead')}</p>
      <div className="rounded-card border border-line bg-raised p-5 shadow-lift sm:p-7">
        <SignInForm door={doorOf(mode)} returnTo={returnTo} />
      </div>
      <p className="mt-6 flex flex-wrap items-center gap-x-3 text-muted">
        {t(registering ? 'hasAccount' : 'noAccount')}
        <Link
          href={{ pathname: '/sign-in', query: other }}
          replace
          className="inline-flex min-h-11 items-center font-semibold text-accent underline underline-offset-4"
        >
          {t(registering ? 'toSignIn' : 'toRegister')}
        </Link>
      </p>
    </div>
  );
}
