'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { useHouse } from './house-context';
import { useRelease } from './release-context';
import { useNow, useStore } from './use-now';

/** How many there are, and what can be done with those that are chosen. */
export function SelectionBar() {
  const t = useTranslations('admin.now');
  const store = useStore();
  const ask = useRelease();
  const { mayRelease } = useHouse();
  const { selected, matching } = useNow();
  const count = selected.size;
  const release = () => {
    const rows = [...selected].flatMap((id) => store.lockOf(id) ?? []);
    if (rows.length > 0) ask({ kind: 'locks', rows });
  };
  return (
    <div data-slot="selection" className="ml-auto flex flex-wrap items-center gap-x-3 gap-y-2">
      <p className="tabular-nums">
        {count > 0 ? (
          <span className="font-semibold">{t('selected', { count })}</span>
        ) : (
          <span className="text-muted">{t('showing', { shown: matching.size })}</span>
        )}
      </p>
      {count > 0 && (
        <Button variant="quiet" className="px-3" onClick={() => store.selectNone()}>
          {t('selectNone')}
        </Button>
      )}
      {mayRelease && (
        <Button
          variant="danger"
          disabled={count === 0}
          className={cn(count === 0 && 'max-lg:hidden')}
          onClick={release}
        >
          {count > 0 ? t('releaseSelected', { count }) : t('release')}
        </Button>
      )}
    </div>
  );
}
