'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { FeedState } from './feed';
import { useNowPart, useStore } from './use-now';
import { useWords } from './use-words';

/** What stands between what is seen and what is. */
export function Connection({ feed, seen }: { feed: FeedState; seen: boolean }) {
  const t = useTranslations('admin.now.feed');
  const words = useWords();
  const store = useStore();
  const total = useNowPart((state) => state.total);
  const known = useNowPart((state) => state.known);
  const lost = feed === 'waiting' || feed === 'broken';
  const [sinceMs, setSinceMs] = useState<number | null>(null);
  useEffect(() => {
    setSinceMs(lost ? (since) => since ?? store.nowMs() : null);
  }, [lost, store]);
  const time = sinceMs === null ? '' : words.time(sinceMs, true);
  return (
    <div aria-live="polite" className="grid gap-3 not-empty:mb-6">
      {lost && (
        <Notice tone="warn" title={t(feed)}>
          {seen ? t(`${feed}Line`, { time }) : t('neverLine')}
        </Notice>
      )}
      {feed === 'refused' && (
        <Notice
          tone="danger"
          title={t('refused')}
          action={
            <Button variant="secondary" onClick={() => window.location.reload()}>
              {t('enter')}
            </Button>
          }
        >
          {t('refusedLine')}
        </Notice>
      )}
      {total > known && <Notice title={t('tooMany')}>{t('tooManyLine', { total, known })}</Notice>}
    </div>
  );
}
