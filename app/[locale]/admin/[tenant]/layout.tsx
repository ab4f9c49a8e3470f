import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AdminShell } from '@/components/admin/admin-shell';
import { AlertBadge } from '@/components/admin/alerts/alert-badge';
import { sections } from '@/components/admin/sections';
import { TenantTheme } from '@/components/shell/tenant-theme';
import { alertNews } from '@/lib/alerts/queries';
import { staffPage } from '@/lib/http/staff';
import type { Locale } from '@/lib/i18n/routing';
import { may } from '@/lib/staff/policy';

type Props = LayoutProps<'/[locale]/admin/[tenant]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'admin' });
  return {
    title: { default: t('title'), template: `%s · ${t('title')}` },
    robots: { index: false },
  };
}

/** Whoever is on the team comes in; each page asks for what it shows. */
export default async function BackstageLayout({ params, children }: Props) {
  const { ctx, tenant, member } = await staffPage(params, 'events.see');
  const reachable = sections
    .filter(({ permission }) => may(member.role, permission))
    .map(({ key }) => key);
  const badge = may(member.role, 'alerts.see') && (
    <AlertBadge tenant={tenant.slug} initial={await alertNews(ctx)} />
  );
  return (
    <>
      <TenantTheme accent={tenant.accent} />
      <AdminShell tenant={tenant} member={member} reachable={reachable} badge={badge}>
        {children}
      </AdminShell>
    </>
  );
}
