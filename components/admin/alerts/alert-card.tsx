import { useLocale, useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import type { AlertView } from '@/lib/alerts/schema';
import { alertSentence } from '@/lib/alerts/words';
import { shortDate } from '@/lib/i18n/dates';
import { Link } from '@/lib/i18n/navigation';
import { AlertActions } from './alert-actions';
import { AlertFigures } from './alert-figures';
import { Lasting } from './lasting';
import type { Reach } from './reach';
import { StatusPill } from './status-pill';

type Props = {
  alert: AlertView;
  tenant: { slug: string; timeZone: string };
  /** The server's time, ISO. */
  now: string;
  reach: Reach;
};

/** One alert of the list: what, since when, the figures, and what can be done. */
export function AlertCard({ alert, tenant, now, reach }: Props) {
  const t = useTranslations('admin.alerts');
  const locale = useLocale();
  const titleId = `alert-${alert.id}`;
  return (
    <article
      aria-labelledby={titleId}
      className={cn(
        'rounded-card border border-line bg-raised p-4 sm:p-5',
        alert.status === 'open' && 'border-l-4 border-l-danger',
      )}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id={titleId} tabIndex={-1} className="font-display text-2xl leading-tight outline-none">
          <Link
            href={`/admin/${tenant.slug}/alerts/${alert.id}`}
            prefetch={false}
            className="no-underline hover:underline"
          >
            {t(`kinds.${alert.kind}`)}
          </Link>
        </h2>
        <StatusPill alert={alert} />
      </div>
      <p className="mt-1.5 max-w-prose">{alertSentence(t, alert, locale, tenant.timeZone)}</p>
      <p className="mt-1 text-muted text-sm">
        {t('since', { time: shortDate(alert.raisedAt, locale, tenant.timeZone) })}
        {' · '}
        <Lasting raisedAt={alert.raisedAt} endedAt={alert.endedAt} now={now} />
        {' · '}
        {t(alert.endedAt === null ? 'on' : 'over')}
      </p>
      <div className="mt-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <AlertFigures alert={alert} />
        <AlertActions alert={alert} tenant={tenant.slug} reach={reach} titleId={titleId} />
      </div>
    </article>
  );
}
