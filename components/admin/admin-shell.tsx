import { CircleUserRound } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { OtherLanguage } from '@/components/shell/other-language';
import { Arches } from '@/components/ui/arches';
import { Button } from '@/components/ui/button';
import { Link } from '@/lib/i18n/navigation';
import type { Member } from '@/lib/staff/schema';
import { AdminNav } from './admin-nav';
import type { SectionKey } from './sections';

type Props = {
  tenant: { slug: string; name: string };
  member: Member;
  reachable: SectionKey[];
  badge?: ReactNode;
  children: ReactNode;
};

/** The organizer's own side: whose house it is, the menu, and the page. */
export async function AdminShell({ tenant, member, reachable, badge, children }: Props) {
  const t = await getTranslations('admin');
  return (
    <>
      <header className="border-line border-b bg-raised">
        <div className="flex min-h-16 flex-wrap items-center gap-x-2 px-3 sm:px-5">
          <div className="min-w-0 flex-1 basis-40">
            <Link
              href={`/admin/${tenant.slug}`}
              title={tenant.name}
              className="inline-flex min-h-11 max-w-full items-center gap-2.5 rounded-control px-2 no-underline"
            >
              <Arches className="h-7 w-auto shrink-0 text-accent" />
              <span className="min-w-0">
                <span className="block truncate font-display text-xl leading-tight">
                  {tenant.name}
                </span>
                <span className="block text-muted text-xs leading-tight">{t('backstage')}</span>
              </span>
            </Link>
          </div>
          <Button asChild variant="quiet" className="px-3 max-sm:hidden">
            <Link href={`/${tenant.slug}`}>{t('publicPage')}</Link>
          </Button>
          <OtherLanguage />
          <Button asChild variant="quiet" className="px-3">
            <Link href="/account">
              <CircleUserRound aria-hidden />
              <span className="max-sm:sr-only">
                {member.name.split(' ')[0]} · {t(`roles.${member.role}`)}
              </span>
            </Link>
          </Button>
        </div>
      </header>
      <div className="flex flex-1 flex-col lg:grid lg:grid-cols-[14rem_minmax(0,1fr)]">
        <div className="border-line border-b bg-paper lg:border-r lg:border-b-0">
          <AdminNav tenant={tenant.slug} reachable={reachable} badge={badge} />
        </div>
        <main
          id="content"
          tabIndex={-1}
          className="wrap-break-word min-w-0 px-4 py-6 outline-none sm:px-6 lg:px-8"
        >
          {children}
        </main>
      </div>
    </>
  );
}
