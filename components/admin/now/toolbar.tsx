'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { isFiltered, noFilter } from './criteria';
import { FilterFields } from './filter-fields';
import { SearchField } from './search-field';
import { useNowPart, useStore } from './use-now';

/** What the table shows, beside it on a wide page. */
export function Toolbar() {
  return (
    <fieldset className="mb-4 grid min-w-0 grid-cols-[minmax(12rem,1.6fr)_repeat(4,minmax(0,1fr))] items-end gap-3">
      <Legend />
      <SearchField />
      <FilterFields />
    </fieldset>
  );
}

function Legend() {
  const t = useTranslations('admin.now.filter');
  return <legend className="sr-only">{t('title')}</legend>;
}

/** Whether sessions stand together, and the way back to all. */
export function LookButtons() {
  const t = useTranslations('admin.now');
  const store = useStore();
  const look = useNowPart((state) => state.look);
  return (
    <>
      <label className="inline-flex min-h-11 cursor-pointer items-center gap-2">
        <input
          type="checkbox"
          className="size-4.5"
          checked={look.grouped}
          onChange={({ target }) => store.setGrouped(target.checked)}
        />
        {t('group')}
      </label>
      {isFiltered(look.filter) && (
        <Button variant="quiet" className="px-3" onClick={() => store.setFilter(noFilter)}>
          {t('filter.clear')}
        </Button>
      )}
    </>
  );
}
