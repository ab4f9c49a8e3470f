'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { useStaffErrors } from '@/components/admin/use-staff-errors';
import { Notice } from '@/components/ui/notice';
import { shortDate } from '@/lib/i18n/dates';
import type { Change } from '@/lib/tenants/schema';
import type { Outcome } from './use-saving';

/** What a change is called, and how its values read. */
export type ChangeWords = (change: Change) => { name: ReactNode; before: string; after: string };

type Props<Now> = {
  outcome: Outcome<Now> | null;
  /** What somebody else made different, where the outcome is that. */
  theirs: Change[];
  words: ChangeWords;
  timeZone: string;
  /** Said of what was saved: what it means from now on. */
  after?: (openCarts: number) => ReactNode;
};

/** Says what became of the last try: what changed and since when, or why nothing did. */
export function OutcomeNotice<Now>({ outcome, theirs, words, timeZone, after }: Props<Now>) {
  const t = useTranslations('admin.settings');
  const errors = useStaffErrors();
  const locale = useLocale();
  const done = useRef<HTMLDivElement>(null);
  const refusal = useRef<HTMLDivElement>(null);

  // What went wrong takes focus: the way on begins there. What went well is only brought into sight.
  useEffect(() => {
    if (outcome?.kind === 'saved') done.current?.scrollIntoView({ block: 'nearest' });
    else if (outcome) refusal.current?.focus();
  }, [outcome]);

  const when = (at: string) => shortDate(at, locale, timeZone);
  return (
    <>
      <div ref={done} role="status" className="empty:hidden">
        {outcome?.kind === 'saved' &&
          (outcome.saved.changes.length === 0 ? (
            <Notice title={t('nothingChanged')} />
          ) : (
            <Notice tone="good" title={t('saved', { at: when(outcome.saved.at) })}>
              <Changes changes={outcome.saved.changes} words={words} />
              {after && <p className="mt-1">{after(outcome.saved.openCarts)}</p>}
            </Notice>
          ))}
      </div>
      <div ref={refusal} tabIndex={-1} role="alert" className="rounded-card empty:hidden">
        {outcome?.kind === 'stale' && (
          <Notice
            tone="warn"
            title={
              outcome.by && outcome.at
                ? t('stale', { by: outcome.by, at: when(outcome.at) })
                : t('staleUnknown')
            }
          >
            <Changes changes={theirs} words={words} />
            <p className="mt-1">{t('staleLine')}</p>
          </Notice>
        )}
        {outcome?.kind === 'refused' && (
          <Notice tone="danger" title={t('refused')}>
            {errors(outcome.code)}
          </Notice>
        )}
      </div>
    </>
  );
}

function Changes({ changes, words }: { changes: Change[]; words: ChangeWords }) {
  const t = useTranslations('admin.settings');
  return (
    <ul className="grid gap-0.5">
      {changes.map((change) => {
        const { name, before, after } = words(change);
        return (
          <li key={change.field}>
            {name}: <span className="text-muted">{before}</span> <span aria-hidden>→</span>
            <span className="sr-only">{t('becomes')}</span> <strong>{after}</strong>
          </li>
        );
      })}
    </ul>
  );
}
