'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Line } from './lines';
import type { LineActions } from './use-line-actions';
import { useWords } from './use-words';

type Props = {
  line: Extract<Line, { kind: 'group' }>;
  mayRelease: boolean;
  actions: LineActions;
};

/** A session's sums on a phone, above its locks. */
export function GroupCard({ line, mayRelease, actions }: Props) {
  const t = useTranslations('admin.now');
  const words = useWords();
  const { session, account, rows, units, value } = line.group;
  const Chevron = line.open ? ChevronDown : ChevronRight;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card bg-sunken px-3 py-2">
      <Button
        variant="quiet"
        size="icon"
        aria-expanded={line.open}
        aria-label={t(line.open ? 'fold' : 'unfold', { session })}
        onClick={() => actions.fold(line, line.open)}
      >
        <Chevron aria-hidden />
      </Button>
      <div className="min-w-0 flex-1">
        <p className="truncate">
          <span className="font-mono font-semibold">{session}</span> {account}
        </p>
        <p className="text-muted text-sm tabular-nums">
          {t('groupSums', { locks: rows.length, units })} · {words.money(value)}
        </p>
      </div>
      {mayRelease && (
        <Button
          variant="secondary"
          size="sm"
          className="min-h-9"
          aria-label={t('releaseSessionOf', { session })}
          onClick={() => actions.release(line)}
        >
          {t('releaseSession')}
        </Button>
      )}
    </div>
  );
}
