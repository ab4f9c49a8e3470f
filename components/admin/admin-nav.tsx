'use client';

import {
  Activity,
  Armchair,
  BellRing,
  CalendarDays,
  ChartNoAxesColumn,
  History,
  ScrollText,
  SlidersHorizontal,
  Users,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/class-names';
import { Link, usePathname } from '@/lib/i18n/navigation';
import { type SectionKey, sections } from './sections';
import { stripEdges, toMiddle, useStrip } from './use-strip';

const icons = {
  now: Activity,
  hall: Armchair,
  alerts: BellRing,
  analytics: ChartNoAxesColumn,
  locks: History,
  events: CalendarDays,
  settings: SlidersHorizontal,
  team: Users,
  audit: ScrollText,
} as const satisfies Record<SectionKey, unknown>;

type Props = {
  tenant: string;
  /** Those that the reader's role reaches. */
  reachable: SectionKey[];
  /** Stands beside the alerts' name. */
  badge?: ReactNode;
};

/** The menu: a row to swipe through on a phone, a column at the left elsewhere. */
export function AdminNav({ tenant, reachable, badge }: Props) {
  const t = useTranslations('admin.sections');
  const path = usePathname();
  const root = `/admin/${tenant}`;
  const { strip, more } = useStrip<HTMLUListElement>();
  return (
    <nav aria-label={t('label')} className="min-w-0">
      <ul
        ref={strip}
        data-before={more.before || undefined}
        data-after={more.after || undefined}
        className={cn(
          stripEdges,
          'relative flex scroll-px-12 gap-1 overflow-x-auto px-3 py-2 lg:[mask-image:none] lg:flex-col lg:overflow-visible lg:px-4 lg:py-6',
        )}
      >
        {sections
          .filter(({ key }) => reachable.includes(key))
          .map(({ key, path: at }) => {
            const Icon = icons[key];
            const here = at === '' ? path === root : path.startsWith(root + at);
            return (
              <li key={key} className="shrink-0">
                <Link
                  ref={here ? toMiddle : undefined}
                  href={root + at}
                  prefetch={false}
                  aria-current={here ? 'page' : undefined}
                  className={cn(
                    'flex min-h-11 items-center gap-2.5 rounded-control px-3 font-medium text-muted no-underline transition-colors hover:bg-sunken hover:text-ink',
                    here && 'bg-sunken font-semibold text-ink forced-colors:border',
                  )}
                >
                  <Icon
                    aria-hidden
                    className={cn('size-[1.15em] shrink-0', here && 'text-accent')}
                  />
                  {t(key)}
                  {key === 'alerts' && badge}
                </Link>
              </li>
            );
          })}
      </ul>
    </nav>
  );
}
