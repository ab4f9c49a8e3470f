import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import { type AlertStatus, alertStatuses } from '@/lib/alerts/schema';
import { Link } from '@/lib/i18n/navigation';

/** Which alerts are listed. */
export function StatusTabs({ tenant, status }: { tenant: string; status: AlertStatus | null }) {
  const t = useTranslations('admin.alerts.tabs');
  const tabs = [null, ...alertStatuses];
  return (
    <nav aria-label={t('label')} className="mb-5 border-line border-b">
      <ul className="-mb-px flex flex-wrap gap-x-1">
        {tabs.map((one) => (
          <li key={one ?? 'all'}>
            <Link
              href={`/admin/${tenant}/alerts${one ? `?status=${one}` : ''}`}
              prefetch={false}
              aria-current={one === status ? 'page' : undefined}
              className={cn(
                'inline-flex min-h-11 items-center border-transparent border-b-2 px-3 font-medium text-muted no-underline hover:text-ink',
                one === status && 'border-accent text-ink',
              )}
            >
              {t(one ?? 'all')}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
