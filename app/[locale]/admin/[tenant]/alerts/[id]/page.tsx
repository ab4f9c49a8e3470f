import { ArrowLeft } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AlertActions } from '@/components/admin/alerts/alert-actions';
import { AlertFigures } from '@/components/admin/alerts/alert-figures';
import { inNow } from '@/components/admin/alerts/in-now';
import { Lasting } from '@/components/admin/alerts/lasting';
import { LiveAlerts } from '@/components/admin/alerts/live-alerts';
import { LocksBehind } from '@/components/admin/alerts/locks-behind';
import { SourcePause } from '@/components/admin/alerts/source-pause';
import { StatusPill } from '@/components/admin/alerts/status-pill';
import { Timeline } from '@/components/admin/alerts/timeline';
import { Button } from '@/components/ui/button';
import { locksBehind } from '@/lib/alerts/behind';
import { alertById } from '@/lib/alerts/queries';
import { alertStanding } from '@/lib/alerts/standing';
import { alertSentence } from '@/lib/alerts/words';
import { staffPage } from '@/lib/http/staff';
import { shortDate } from '@/lib/i18n/dates';
import { Link } from '@/lib/i18n/navigation';
import type { Locale } from '@/lib/i18n/routing';
import { may } from '@/lib/staff/policy';
import { isUuid } from '@/lib/uuid';

type Props = PageProps<'/[locale]/admin/[tenant]/alerts/[id]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'admin.alerts' });
  return { title: t('title') };
}

/** One alert: what happened, who looks after it, and the locks behind it. */
export default async function AlertPage({ params }: Props) {
  const { ctx, tenant, member, locale } = await staffPage(params, 'alerts.see');
  const { id } = await params;
  const alert = isUuid(id) ? await alertById(ctx, id) : null;
  if (!alert) notFound();
  const [behind, standing, t] = await Promise.all([
    locksBehind(ctx, alert.id),
    alertStanding(ctx, alert.id),
    getTranslations('admin.alerts'),
  ]);
  const reach = {
    handle: may(member.role, 'alerts.handle'),
    release: may(member.role, 'locks.release'),
    cool: may(member.role, 'sources.cool'),
  };
  const live = inNow(tenant.slug, alert);
  return (
    <>
      <LiveAlerts />
      <p className="mb-3">
        <Link
          href={`/admin/${tenant.slug}/alerts`}
          className="inline-flex min-h-6 items-center gap-1.5"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {t('back')}
        </Link>
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 id="alert" tabIndex={-1} className="font-display text-4xl leading-none outline-none">
          {t(`kinds.${alert.kind}`)}
        </h1>
        <StatusPill alert={alert} />
      </div>
      <p className="mt-3 max-w-prose text-lg">{alertSentence(t, alert, locale, tenant.timeZone)}</p>
      <p className="mt-1 text-muted">
        {t('since', { time: shortDate(alert.raisedAt, locale, tenant.timeZone) })}
        {' · '}
        <Lasting raisedAt={alert.raisedAt} endedAt={alert.endedAt} now={behind.now} />
        {' · '}
        {t(alert.endedAt === null ? 'on' : 'over')}
      </p>
      {standing?.pause && (
        <SourcePause
          alert={alert}
          pause={standing.pause}
          tenant={{ slug: tenant.slug, timeZone: tenant.timeZone }}
          now={behind.now}
          mayLift={reach.cool}
          titleId="alert"
        />
      )}
      <div className="mt-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-4 rounded-card border border-line bg-raised p-4 sm:p-5">
        <AlertFigures alert={alert} held={standing?.held} />
        <div className="flex flex-wrap gap-2">
          {live && (
            <Button asChild variant="quiet" size="sm">
              <Link href={live} prefetch={false}>
                {t('inDashboard')}
              </Link>
            </Button>
          )}
          <AlertActions
            alert={alert}
            tenant={tenant.slug}
            reach={reach}
            standing={standing}
            titleId="alert"
            withLink={false}
          />
        </div>
      </div>
      <Timeline alert={alert} deeds={standing?.deeds ?? []} timeZone={tenant.timeZone} />
      {alert.kind !== 'test' && <LocksBehind {...behind} timeZone={tenant.timeZone} />}
    </>
  );
}
