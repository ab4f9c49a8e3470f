import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import { Link } from '@/lib/i18n/navigation';

/** What is to come, or what is over. */
export function EventsTabs({ tenant, over }: { tenant: string; over: boolean }) {
  const t = useTranslations('admin.events');
  return (
    <nav aria-label={t('which')}>
      <ul className="flex flex-wrap rounded-control border border-line bg-sunken p-1">
        {[false, true].map((one) => (
          <li key={String(one)}>
            <Link
              href={`/admin/${tenant}/events${one ? '?when=over' : ''}`}
              prefetch={false}
              aria-current={one === over ? 'page' : undefined}
              className={cn(
                'flex min-h-9 items-center rounded-[calc(var(--radius-control)-0.2rem)] px-4 font-semibold text-muted text-sm no-underline transition-colors hover:text-ink',
                one === over && 'bg-raised text-ink shadow-sm forced-colors:outline-2',
              )}
            >
              {t(one ? 'over' : 'coming')}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
