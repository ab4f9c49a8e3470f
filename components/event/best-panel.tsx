'use client';

import { useTranslations } from 'next-intl';
import type { BestSeatsProps } from '@/components/best/best-seats';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { StatePanel } from '@/components/ui/state';
import type { BestForm } from './use-best-form';

/** The form that asks for the best seats, its shape while it is on its way, or why it is not there. */
export function BestPanel({ form, ...props }: BestSeatsProps & { form: BestForm }) {
  const t = useTranslations('event');
  const { Form, failed, load } = form;
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
