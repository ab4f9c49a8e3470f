'use client';

import { ArrowDown, ArrowUp, MonitorSmartphone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/class-names';
import { type Column, columns } from './criteria';
import { gridColumns, numericColumns } from './grid-columns';
import { GridHeadCell, GridRow, GridTop } from './grid-parts';
import { SelectAll } from './select-all';
import { useNowPart, useStore } from './use-now';

/** The names of the columns; each sorts by itself. */
export function GridHead() {
  const t = useTranslations('admin.now');
  return (
    <GridTop className="sticky block top-0 z-10 border-line border-b bg-raised">
      <GridRow aria-rowindex={1} className={cn(gridColumns, 'min-h-11 text-sm')}>
        <GridHeadCell className="flex justify-center">
          <SelectAll />
        </GridHeadCell>
        {columns.map((column) => (
          <SortHead key={column} column={column} />
        ))}
        <GridHeadCell>
          <span className="sr-only">{t('columns.actions')}</span>
        </GridHeadCell>
      </GridRow>
    </GridTop>
  );
}

function SortHead({ column }: { column: Column }) {
  const t = useTranslations('admin.now');
  const store = useStore();
  const sort = useNowPart(({ look }) => look.sort);
  const on = sort.by === column;
  const Arrow = sort.descending ? ArrowDown : ArrowUp;
  const name = t(`columns.${column}`);
  return (
    <GridHeadCell
      aria-sort={on ? (sort.descending ? 'descending' : 'ascending') : undefined}
      className={cn('min-w-0 text-left', numericColumns.has(column) && 'text-right')}
    >
      <button
        type="button"
        title={t('sortBy', { column: t(`longColumns.${column}`) })}
        className={cn(
          'inline-flex min-h-8 max-w-full cursor-pointer items-center gap-0.5 rounded-control font-semibold hover:text-ink',
          on ? 'text-ink' : 'text-muted',
        )}
        onClick={() => store.setSort({ by: column, descending: on && !sort.descending })}
      >
        {column === 'device' ? (
          <>
            <MonitorSmartphone aria-hidden className="size-4" />
            <span className="sr-only">{name}</span>
          </>
        ) : (
          <span className="truncate">{name}</span>
        )}
        {on && <Arrow aria-hidden className="size-3.5 shrink-0 text-accent" />}
      </button>
    </GridHeadCell>
  );
}
