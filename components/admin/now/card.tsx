'use client';

import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import type { WatchedEvent } from '@/lib/watch/schema';
import { DeviceIcon } from './device-icon';
import type { Line } from './lines';
import { StagePill } from './stage-pill';
import { TimeLeft } from './time-left';
import type { LineActions } from './use-line-actions';
import { useWords } from './use-words';

type Props = {
  line: Extract<Line, { kind: 'lock' }>;
  event: WatchedEvent | undefined;
  selected: boolean;
  mayRelease: boolean;
  actions: LineActions;
};

/** One lock on a phone. */
export const Card = memo(function Card(props: Props) {
  const { line, event, selected, mayRelease, actions } = props;
  const { row, ghost } = line;
  const t = useTranslations('admin.now');
  const words = useWords();
  const name = words.fullPlace(row);
  return (
    <article
      className={cn(
        'grid grid-cols-1 gap-2 rounded-card border p-4',
        selected ? 'border-brass bg-brass/12' : 'border-line bg-raised',
        ghost && 'text-muted',
        line.level === 2 && 'ml-4',
      )}
    >
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <div className="flex min-w-0 flex-1 basis-40 items-start gap-3">
          {ghost === null && (
            <input
              type="checkbox"
              className="mt-0.5 size-6 shrink-0"
              aria-label={t('select', { place: name })}
              checked={selected}
              onChange={() => actions.select(line, false)}
            />
          )}
          <div className="min-w-0 flex-1">
            <p className="font-semibold leading-snug">{name}</p>
            <p className="text-muted text-sm">{event && words.event(event)}</p>
          </div>
        </div>
        <div className="ml-auto text-right">
          <p className="font-display text-xl leading-tight">
            {ghost ? t('none') : <TimeLeft untilMs={row.expiresMs} />}
          </p>
          <p className="text-sm tabular-nums">{words.money(row.value)}</p>
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
        <StagePill row={row} ghost={ghost} />
        <DeviceIcon device={row.device} />
        <span>{row.account ?? t('session', { name: row.session })}</span>
        {row.address && <span className="font-mono text-muted text-xs">{row.address}</span>}
        <span className="text-muted tabular-nums">
          {words.time(row.lockedMs)} ·{' '}
          {t('extensionsOfLong', { used: row.extensions, most: row.maxExtensions })}
        </span>
        {mayRelease && ghost === null && (
          <Button
            variant="secondary"
            size="sm"
            className="ml-auto min-h-9"
            aria-label={t('releaseOf', { place: name })}
            onClick={() => actions.release(line)}
          >
            {t('release')}
          </Button>
        )}
      </div>
    </article>
  );
});
