'use client';

import { useTranslations } from 'next-intl';
import type { BestSeats, BestSeatsProps } from '@/components/best/best-seats';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { StatePanel } from '@/components/ui/state';
import type { Later } from '@/components/ui/use-later';

/** The form that asks for the best seats, its shape while it is on its way, or why it is not there. */
export function BestPanel({ form, ...props }: BestSeatsProps & { form: Later<typeof BestSeats> }) {
  const t = useTranslations('event');
  const { part: Form, failed, load } = form;
  if (Form) return <Form {...props} />;
  if (failed) {
    return (
      <StatePanel
        tone="warn"
        title={t('bestFailed')}
        line={t('bestFailedLine')}
        action={<Button onClick={load}>{t('bestRetry')}</Button>}
      />
    );
  }
  return <Skeleton aria-label={t('loadingBest')} className="h-96 rounded-card" />;
}
