import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SiteHeader } from '@/components/shell/site-header';
import { StatePanel } from '@/components/ui/state';
import { database } from '@/lib/database';
import { Link, redirect } from '@/lib/i18n/navigation';
import type { Locale } from '@/lib/i18n/routing';
import { teamsOf } from '@/lib/staff/queries';
import { openAccount } from '@/lib/users/session';

type Props = PageProps<'/[locale]/admin'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'admin' });
  return { title: t('title'), robots: { index: false } };
}

/** Which house: who works for one only is taken there. */
export default async function TeamsPage({ params }: Props) {
  const [{ locale }, user, t] = await Promise.all([
    params,
    openAccount(),
    getTranslations('admin'),
  ]);
  if (!user) {
    const query = { callbackUrl: `/${locale}/admin` };
    return redirect({ href: { pathname: '/sign-in', query }, locale: locale as Locale });
  }
  const teams = await teamsOf(database(), user.id);
  if (teams.length === 1) redirect({ href: `/admin/${teams[0]?.slug}`, locale: locale as Locale });
  return (
    <>
      <SiteHeader />
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-2xl px-5 py-10 outline-none">
        {teams.length === 0 ? (
          <StatePanel heading="h1" title={t('noTeam')} line={t('noTeamLine')} />
        ) : (
          <>
            <h1 className="mb-6 font-display text-5xl leading-none">{t('teams')}</h1>
            <ul className="grid gap-3">
              {teams.map(({ slug, name, role }) => (
                <li key={slug}>
                  <Link
                    href={`/admin/${slug}`}
                    className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 rounded-card border border-line bg-raised p-5 no-underline hover:border-ink"
                  >
                    <span className="wrap-anywhere min-w-0 font-display text-2xl">{name}</span>
                    <span className="text-muted">{t(`roles.${role}`)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </main>
    </>
  );
}
