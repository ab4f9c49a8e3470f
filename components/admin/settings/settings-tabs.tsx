'use client';

import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import { Link, usePathname } from '@/lib/i18n/navigation';

const tabs = [
  { key: 'locks', path: '' },
  { key: 'house', path: '/house' },
  { key: 'look', path: '/look' },
] as const;

/** The parts of the settings, each at an address of its own. */
export function SettingsTabs({ tenant }: { tenant: string }) {
  const t = useTranslations('admin.settings.tabs');
  const path = usePathname();
  const root = `/admin/${tenant}/settings`;
  return (
    <nav aria-label={t('label')} className="mb-6 border-line border-b">
      <ul className="-mb-px flex flex-wrap gap-x-1">
        {tabs.map(({ key, path: at }) => {
          const here = path === root + at;
          return (
            <li key={key}>
              <Link
                href={root + at}
                prefetch={false}
                aria-current={here ? 'page' : undefined}
                className={cn(
                  'inline-flex min-h-11 items-center border-transparent border-b-2 px-3 font-medium text-muted no-underline hover:text-ink',
                  here && 'border-accent text-ink',
                )}
              >
                {t(key)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
