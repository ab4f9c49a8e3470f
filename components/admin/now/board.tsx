'use client';

import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';
import { Cards } from './cards';
import { FilterSheet } from './filter-sheet';
import { Grid } from './grid';
import { Nothing } from './nothing';
import { SearchField } from './search-field';
import { SelectionBar } from './selection-bar';
import { LookButtons, Toolbar } from './toolbar';
import { boardId } from './use-grid-focus';
import { useNowPart } from './use-now';
import { useWide } from './use-wide';

/** The locks themselves: a table where there is room for one, else cards. */
export function Board({ waiting }: { waiting: boolean }) {
  const t = useTranslations('admin.now');
  const nothing = useNowPart(({ lines }) => lines.length === 0);
  const wide = useWide();
  if (waiting || wide === null) return <BoardSkeleton />;
  return (
    <section id={boardId} tabIndex={-1} aria-label={t('table')} className="outline-none">
      {wide ? <Toolbar /> : <SearchField />}
      <div className="my-4 flex flex-wrap items-center gap-x-4 gap-y-2 lg:mt-0">
        {wide ? <LookButtons /> : <FilterSheet />}
        <SelectionBar />
      </div>
      {nothing ? <Nothing /> : wide ? <Grid /> : <Cards />}
      {wide && !nothing && (
        <p id="now-keys" className="mt-2 text-muted text-sm">
          {t('keys')}
        </p>
      )}
    </section>
  );
}

function BoardSkeleton() {
  const t = useTranslations('admin.now.feed');
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">{t('connecting')}</span>
      <Skeleton className="h-12" />
      <Skeleton className="h-96" />
    </div>
  );
}
