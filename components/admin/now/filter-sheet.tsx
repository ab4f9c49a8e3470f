'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogTitle } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { type Column, columns, isFiltered } from './criteria';
import { FilterFields } from './filter-fields';
import { SelectAll } from './select-all';
import { LookButtons } from './toolbar';
import { useNow, useStore } from './use-now';

/** What the cards show, in a sheet of its own. */
export function FilterSheet() {
  const t = useTranslations('admin.now');
  const { look, matching } = useNow();
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        <SlidersHorizontal aria-hidden />
        {t('filter.open')}
        {isFiltered(look.filter) && (
          <span className="text-muted text-sm">({t('filter.active')})</span>
        )}
      </Button>
      <DialogContent aria-describedby={undefined}>
        <DialogTitle>{t('filter.open')}</DialogTitle>
        <div className="mt-4 grid gap-4">
          <FilterFields />
          <SortFields />
          <LookButtons />
          <div className="inline-flex min-h-11 items-center gap-2">
            <SelectAll />
            <span aria-hidden>{t('selectAll', { count: matching.size })}</span>
          </div>
          <Button onClick={() => setOpen(false)}>
            {t('filter.done', { count: matching.size })}
          </Button>
        </div>
      </DialogContent>
    </Dialog>
  );
}

function SortFields() {
  const t = useTranslations('admin.now');
  const store = useStore();
  const { sort } = useNow().look;
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,8.5rem),1fr))] gap-3">
      <Field label={t('sort')}>
        <Select
          value={sort.by}
          onChange={({ target }) => store.setSort({ ...sort, by: target.value as Column })}
        >
          {columns.map((column) => (
            <option key={column} value={column}>
              {t(`longColumns.${column}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('sortWay')}>
        <Select
          value={sort.descending ? 'down' : 'up'}
          onChange={({ target }) => store.setSort({ ...sort, descending: target.value === 'down' })}
        >
          <option value="up">{t('ascending')}</option>
          <option value="down">{t('descending')}</option>
        </Select>
      </Field>
    </div>
  );
}
