'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { onFirstInput } from '@/components/ui/first-input';
import { Skeleton } from '@/components/ui/skeleton';
import { StatePanel } from '@/components/ui/state';
import { useLater } from '@/components/ui/use-later';
import type { SeatListProps } from './seat-list';

const getList = async () => (await import('./seat-list')).SeatList;

/** The list, its shape while its code is on the way, or why it is not there. */
export function ListPanel(props: SeatListProps) {
  const t = useTranslations('seatMap');
  const { part: List, failed, load } = useLater(getList);
  useEffect(() => onFirstInput(load), [load]);
  useEffect(() => {
    if (props.shown) load();
  }, [props.shown, load]);
  if (List) return <List {...props} />;
  if (failed) {
    return (
      <StatePanel
        tone="warn"
        title={t('listFailed')}
        line={t('listFailedLine')}
        action={<Button onClick={load}>{t('listRetry')}</Button>}
      />
    );
  }
  return (
    <section aria-label={t('loadingList')} aria-busy className="flex flex-col gap-2">
      {props.zones.map((zone) => (
        <Skeleton key={zone.id} className="h-16 rounded-card" />
      ))}
    </section>
  );
}
