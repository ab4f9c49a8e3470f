import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AlertCard } from '@/components/admin/alerts/alert-card';
import { CoolDownList } from '@/components/admin/alerts/cool-down-list';
import { LiveAlerts } from '@/components/admin/alerts/live-alerts';
import { PageLinks } from '@/components/admin/alerts/page-links';
import { StatusTabs } from '@/components/admin/alerts/status-tabs';
import { TestButton } from '@/components/admin/alerts/test-button';
import { PageHead } from '@/components/admin/page-head';
import { Button } from '@/components/ui/button';
import { StatePanel } from '@/components/ui/state';
import { runningCoolDowns } from '@/lib/alerts/cool-downs';
import { alertPage, alertsAPage } from '@/lib/alerts/queries';
import { alertStatuses } from '@/lib/alerts/schema';
import { staffPage } from '@/lib/http/staff';
import { Link } from '@/lib/i18n/navigation';
import type { Locale } from '@/lib/i18n/routing';
import { may } from '@/lib/staff/policy';

type Props = PageProps<'/[locale]/admin/[tenant]/alerts'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'admin.alerts' });
  return { title: t('title') };
}

/** What is out of the ordinary, what was, and who may lock nothing for now. */
export default async function AlertsPage({ params, searchParams }: Props) {
  const { ctx, tenant, member } = await staffPage(params, 'alerts.see');
  const query = await searchParams;
  const status = alertStatuses.find((one) => one === query.status) ?? null;
  const page = Math.min(Math.max(Number.parseInt(String(query.page ?? '1'), 10) || 1, 1), 10_000);
  const [{ alerts, total, now }, coolDowns, t] = await Promise.all([
    alertPage(ctx, { status, page }),
    runningCoolDowns(ctx),
    getTranslations('admin.alerts'),
  ]);
  const can = (permission: Parameters<typeof may>[1]) => may(member.role, permission);
  const reach = {
    handle: can('alerts.handle'),
    release: can('locks.release'),
    cool: can('sources.cool'),
  };
  const other = status !== null || page > 1;
  return (
    <>
      <LiveAlerts />
      <PageHead title={t('title')} line={t('line')}>
        {can('alerts.rules') && (
          <>
            <TestButton tenant={tenant.slug} />
            <Button asChild variant="secondary">
              <Link href={`/admin/${tenant.slug}/alerts/rules`}>{t('rulesPage')}</Link>
            </Button>
          </>
        )}
      </PageHead>
      <StatusTabs tenant={tenant.slug} status={status} />
      {alerts.length === 0 ? (
        <StatePanel
          title={t(other ? 'emptyOther' : 'emptyTitle')}
          line={t(other ? 'emptyOtherLine' : 'emptyLine')}
        />
      ) : (
        <ul className="grid gap-3" aria-label={t('list')}>
          {alerts.map((alert) => (
            <li key={alert.id}>
              <AlertCard alert={alert} tenant={tenant} now={now} reach={reach} />
            </li>
          ))}
        </ul>
      )}
      <PageLinks
        tenant={tenant.slug}
        status={status}
        page={page}
        pages={Math.max(1, Math.ceil(total / alertsAPage))}
      />
      <CoolDownList coolDowns={coolDowns} tenant={tenant.slug} now={now} mayLift={reach.cool} />
    </>
  );
}
