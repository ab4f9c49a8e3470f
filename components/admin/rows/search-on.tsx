import { Search } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { StatePanel } from '@/components/ui/state';
import { rowsAddress } from '@/lib/analytics/address';
import { queryOf } from '@/lib/analytics/asked';
import { dayAt } from '@/lib/analytics/periods';
import type { LockPage, RowsFilter } from '@/lib/analytics/schema';
import { daySpan } from '@/lib/i18n/days';
import { Link } from '@/lib/i18n/navigation';
import type { Tenant } from '@/lib/tenants/queries';

type Props = { page: LockPage; filter: RowsFilter; tenant: Tenant };

/** How far a search came that took too long, and the way on. */
export function SearchOn({ page, filter, tenant }: Props) {
  const t = useTranslations('admin.locks');
  const locale = useLocale();
  const { rows, searchedTo, next, previous } = page;
  const toward = filter.cursor && filter.toward === 'newer' ? 'newer' : 'older';
  const cursor = toward === 'newer' ? previous : next;
  if (!searchedTo || !cursor) return null;
  const day = dayAt(new Date(searchedTo), tenant.timeZone);
  const line = t('searchedTo', { day: daySpan({ from: day, to: day }, locale) });
  const on = (
    <Button asChild variant="secondary" size="sm">
      <Link
        href={rowsAddress(tenant.slug, { ...queryOf(filter), cursor, toward })}
        prefetch={false}
      >
        <Search aria-hidden />
        {t('searchOn')}
      </Link>
    </Button>
  );
  return rows.length > 0 ? (
    <p className="mt-4 flex flex-wrap items-center gap-3 text-muted">
      {line}
      {on}
    </p>
  ) : (
    <StatePanel
      className="max-w-none rounded-card bg-sunken"
      title={t('noneYet')}
      line={line}
      action={on}
    />
  );
}

/** The page's ways to newer and older rows, without the one that goes on searching. */
export function waysOf(page: LockPage, { cursor, toward }: RowsFilter): LockPage {
  if (!page.searchedTo) return page;
  return cursor && toward === 'newer' ? { ...page, previous: null } : { ...page, next: null };
}
