'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { GridCell } from './grid-parts';
import { LineFrame, type LinePlace } from './line-frame';
import type { Group } from './lines';
import { TimeLeft } from './time-left';
import { useWords } from './use-words';

type Props = LinePlace & {
  group: Group;
  open: boolean;
  /** How many of its locks are chosen. */
  chosen: number;
  mayRelease: boolean;
};

/** A session's locks in one line, with their sums. */
export function GridGroup({ group, open, chosen, mayRelease, ...place }: Props) {
  const t = useTranslations('admin.now');
  const words = useWords();
  const { session, account, rows, units, value, firstMs, stage } = group;
  const Chevron = open ? ChevronDown : ChevronRight;
  const all = rows.length > 0 && chosen === rows.length;
  return (
    <LineFrame
      {...place}
      level={1}
      aria-expanded={open}
      aria-selected={all}
      className={cn(
        'flex items-center gap-3 border-line border-b px-2 text-sm',
        all ? 'bg-brass/12' : 'bg-sunken',
      )}
    >
      <GridCell className="flex w-7 justify-center">
        <input
          type="checkbox"
          tabIndex={-1}
          data-do="select"
          className="size-4.5"
          aria-label={t('selectGroup', { count: rows.length, session })}
          ref={(box) => {
            if (box) box.indeterminate = chosen > 0 && !all;
          }}
          checked={all}
          readOnly
        />
      </GridCell>
      <GridCell colSpan={6} className="flex min-w-0 flex-1 items-center gap-2">
        <Button
          variant="quiet"
          size="sm"
          tabIndex={-1}
          data-do="fold"
          className="size-8 px-0"
          aria-label={t(open ? 'fold' : 'unfold', { session })}
        >
          <Chevron aria-hidden />
        </Button>
        <span className="font-mono font-semibold">{session}</span>
        {account && <span className="truncate">{account}</span>}
        <span className="truncate text-muted">
          {t('groupSums', { locks: rows.length, units })} · {t(`stages.${stage}`)}
        </span>
      </GridCell>
      <GridCell className="text-right font-semibold tabular-nums">{words.money(value)}</GridCell>
      <GridCell className="w-16 text-right">
        {Number.isFinite(firstMs) && <TimeLeft untilMs={firstMs} />}
      </GridCell>
      <GridCell>
        {mayRelease && (
          <Button
            variant="quiet"
            size="sm"
            tabIndex={-1}
            data-do="release"
            aria-label={t('releaseSessionOf', { session })}
          >
            {t('releaseSession')}
          </Button>
        )}
      </GridCell>
    </LineFrame>
  );
}
