'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { StatePanel } from '@/components/ui/state';
import { noFilter } from './criteria';
import { useNow, useStore } from './use-now';
import { useWords } from './use-words';

/** Nothing is held, or nothing of what is wanted. */
export function Nothing() {
  const t = useTranslations('admin.now.empty');
  const words = useWords();
  const store = useStore();
  const { known, lastEndedMs } = useNow();
  if (known === 0) {
    const line = lastEndedMs === null ? t('never') : t('last', { time: words.time(lastEndedMs) });
    return <StatePanel title={t('title')} line={line} />;
  }
  return (
    <StatePanel
      title={t('noMatch')}
      line={t('noMatchLine', { count: known })}
      action={
        <Button variant="secondary" onClick={() => store.setFilter(noFilter)}>
          <ClearWords />
        </Button>
      }
    />
  );
}

function ClearWords() {
  return useTranslations('admin.now.filter')('clear');
}
