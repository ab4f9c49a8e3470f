import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AmendedNotice } from '@/components/admin/analytics/amended-notice';
import { PageHead } from '@/components/admin/page-head';
import { FilterChips } from '@/components/admin/rows/filter-chips';
import { Pager } from '@/components/admin/rows/pager';
import { RowCards } from '@/components/admin/rows/row-cards';
import { RowsForm } from '@/components/admin/rows/rows-form';
import { RowsHead } from '@/components/admin/rows/rows-head';
import { RowsTable } from '@/components/admin/rows/rows-table';
import { SearchOn, waysOf } from '@/components/admin/rows/search-on';
import { StatePanel } from '@/components/ui/state';
import { amended } from '@/lib/analytics/amended';
import { readRowsFilter } from '@/lib/analytics/asked';
import { choices } from '@/lib/analytics/choices';
import { zoneNames } from '@/lib/analytics/names';
import { lockRows, lossBy } from '@/lib/analytics/queries';
import { rowsCount } from '@/lib/analytics/row-count';
import { staffPage } from '@/lib/http/staff';

type Props = PageProps<'/[locale]/admin/[tenant]/locks'>;

const rowsShown = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.locks'))('title') };
}

/** Every lock, live or ended, and those behind any figure. */
export default async function LocksPage({ params, searchParams }: Props) {
  const { ctx, tenant, locale } = await staffPage(params, 'analytics.see');
  const [t, query, known] = await Promise.all([
    getTranslations('admin.locks'),
    searchParams,
    choices(ctx),
  ]);
  const filter = readRowsFilter(query, known.today);
  const { from, to, eventId } = filter;
  const [page, count, prices] = await Promise.all([
    lockRows(ctx, filter, rowsShown),
    rowsCount(ctx, filter),
    lossBy(ctx, { from, to, eventId }, 'price'),
  ]);
  const zones = zoneNames(known, eventId, locale, tenant.timeZone);
  const seat = page.rows.find(({ seatId }) => seatId === filter.seatId);
  const common = { filter, tenant };
  return (
    <>
      <PageHead title={t('title')} line={t('line')} />
      <RowsForm
        {...common}
        choices={known}
        prices={prices.map(({ key }) => Number(key)).sort((a, b) => a - b)}
      />
      <AmendedNotice amended={amended(query, filter)} filter={filter} />
      <FilterChips {...common} choices={known} zones={zones} seat={seat} />
      <RowsHead {...common} count={count} />
      {page.rows.length > 0 && (
        <>
          <div className="max-md:hidden">
            <RowsTable {...common} rows={page.rows} />
          </div>
          <div className="md:hidden">
            <RowCards {...common} rows={page.rows} />
          </div>
        </>
      )}
      {page.rows.length === 0 && !page.searchedTo && (
        <StatePanel
          className="max-w-none rounded-card bg-sunken"
          title={t('empty')}
          line={t('emptyLine')}
        />
      )}
      <SearchOn {...common} page={page} />
      <Pager {...common} page={waysOf(page, filter)} />
    </>
  );
}
