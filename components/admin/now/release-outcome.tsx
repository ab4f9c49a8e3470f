'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Pill } from '@/components/admin/pill';
import { useStaffErrors } from '@/components/admin/use-staff-errors';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Target } from './release-context';
import type { Row } from './row';
import type { Outcome } from './send-release';
import { useStore } from './use-now';
import { useWords } from './use-words';

/** What scrolls is reachable by keyboard in every browser (WCAG 2.1.1). */
const reachable = { tabIndex: 0 };

/** More than these nobody reads through; the counts above are of all. */
const listedMax = 60;

const tones = { paying: 'warn', released: 'good', ended: 'calm' } as const;

type Props = { target: Target; outcome: Outcome; onClose: () => void };

export function ReleaseOutcome({ target, outcome, onClose }: Props) {
  const t = useTranslations('admin.now.dialog');
  const errors = useStaffErrors();
  const words = useWords();
  const store = useStore();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);

  const rows = new Map(target.rows.map((row) => [row.id, row]));
  const rowOf = (id: string): Row | undefined => rows.get(id) ?? store.lockOf(id);
  const list = [
    ...outcome.paying.map((id) => ({ row: rowOf(id), became: 'paying' as const, id })),
    ...outcome.released.map((id) => ({ row: rowOf(id), became: 'released' as const, id })),
    ...outcome.ended.map((id) => ({ row: rowOf(id), became: 'ended' as const, id })),
  ];
  const listed = list.slice(0, listedMax);
  return (
    <div className="mt-3 grid gap-4">
      <div role="status" className="grid gap-2">
        {outcome.problem && (
          <Notice tone="danger" title={t('failed')}>
            {errors(outcome.problem)}
          </Notice>
        )}
        {outcome.paying.length > 0 && (
          <Notice tone="warn" title={t('kept', { count: outcome.paying.length })}>
            {t('keptLine')}
          </Notice>
        )}
        {(list.length > 0 || !outcome.problem) && (
          <p className="text-lg">
            {t('done', { count: outcome.released.length })}
            {outcome.ended.length > 0 && ` · ${t('late', { count: outcome.ended.length })}`}
          </p>
        )}
      </div>
      {listed.length > 0 && (
        <ul
          aria-label={t('outcomes')}
          className="max-h-60 overflow-y-auto rounded-card border border-line px-4 py-1"
          {...reachable}
        >
          {listed.map(({ id, row, became }) => (
            <li
              key={id}
              className="flex items-center justify-between gap-3 border-line/60 border-b py-2 text-sm last:border-b-0"
            >
              <span>{row ? words.fullPlace(row) : '—'}</span>
              <Pill tone={tones[became]}>{t(became)}</Pill>
            </li>
          ))}
          {list.length > listed.length && (
            <li className="py-2 text-muted text-sm">
              {t('more', { count: list.length - listed.length })}
            </li>
          )}
        </ul>
      )}
      <Button ref={close} className="justify-self-end" onClick={onClose}>
        {t('close')}
      </Button>
    </div>
  );
}
