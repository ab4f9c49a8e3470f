import { CircleUserRound, Theater } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { SignOutButton } from '@/components/sign-in/sign-out-button';
import { Arches } from '@/components/ui/arches';
import { Button } from '@/components/ui/button';
import { Link } from '@/lib/i18n/navigation';
import { openAccount } from '@/lib/users/session';
import { OtherLanguage } from './other-language';
import { SignInLink } from './sign-in-link';

/** The top of every page: the way home, the other language, the account. */
export async function SiteHeader() {
  const [t, account] = await Promise.all([getTranslations('shell'), openAccount()]);
  return (
    <header data-slot="header" data-print="none" className="border-line border-b bg-paper">
      <div className="mx-auto flex min-h-16 max-w-6xl flex-wrap items-center gap-1 px-3 sm:px-6">
        <Link
          href="/"
          aria-label={t('home')}
          className="mr-auto inline-flex min-h-11 items-center gap-2.5 rounded-control px-2 font-display text-2xl"
        >
          <Arches className="h-7 w-auto text-accent" />
          {t('name')}
        </Link>
        <OtherLanguage />
        {account?.onTeam && (
          <Button asChild variant="quiet" className="px-3">
            <Link href="/admin" prefetch={false}>
              <Theater aria-hidden />
              <span className="max-sm:sr-only">{t('backstage')}</span>
            </Link>
          </Button>
        )}
        {account ? (
          <>
            <Button asChild variant="quiet" className="min-w-0 shrink px-3">
              <Link href="/account" aria-label={t('accountOf', { name: account.name })}>
                <CircleUserRound aria-hidden />
                <span className="max-w-32 truncate max-sm:sr-only">
                  {account.name.split(' ')[0]}
                </span>
              </Link>
            </Button>
            <SignOutButton variant="quiet" className="px-3 max-sm:hidden" />
          </>
        ) : (
          <SignInLink />
        )}
      </div>
    </header>
  );
}
