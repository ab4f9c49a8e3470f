'use client';

import { CircleX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { DatedEvent } from '@/components/admin/dated-event';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import type { WatchedEvent } from '@/lib/watch/schema';
import { DeviceIcon } from './device-icon';
import { gridColumns } from './grid-columns';
import { GridCell } from './grid-parts';
import { useHouse } from './house-context';
import { LineFrame, type LinePlace } from './line-frame';
import type { Ghost, Row } from './row';
import { StagePill } from './stage-pill';
import { TimeLeft } from './time-left';
import { useWords } from './use-words';

type Props = LinePlace & {
  row: Row;
  ghost: Ghost | null;
  level: 1 | 2;
  event: WatchedEvent | undefined;
  selected: boolean;
  mayRelease: boolean;
};

/** One lock of the table. Drawn anew when it changed, not when others did. */
export const GridLock = memo(function GridLock(props: Props) {
  const { row, ghost, level, event, selected, mayRelease, ...place } = props;
  const t = useTranslations('admin.now');
  const words = useWords();
  const { timeZone } = useHouse();
  const name = words.fullPlace(row);
  return (
    <LineFrame
      {...place}
      level={level}
      aria-selected={selected}
      data-ended={ghost?.reason}
      className={cn(
        gridColumns,
        'border-line/60 border-b text-sm',
        selected ? 'bg-brass/12' : 'hover:bg-sunken',
        ghost && 'text-muted',
      )}
    >
      <GridCell className="flex justify-center">
        {ghost === null && (
          <input
            type="checkbox"
            tabIndex={-1}
            data-do="select"
            className="size-4.5"
            aria-label={t('select', { place: name })}
            checked={selected}
            readOnly
          />
        )}
      </GridCell>
      <GridCell
        className={cn('min-w-0', level === 2 && 'pl-3')}
        title={event && words.event(event)}
      >
        {event && <DatedEvent {...event} timeZone={timeZone} />}
      </GridCell>
      <GridCell className="truncate" title={row.zoneName}>
        {row.zoneName}
      </GridCell>
      <GridCell className="truncate font-medium" title={name}>
        <span className="sr-only">{name}</span>
        <span aria-hidden>{words.place(row)}</span>
      </GridCell>
      <GridCell className="text-right tabular-nums">{words.money(row.value)}</GridCell>
      <GridCell
        className={cn('truncate', row.account === null && 'font-mono text-xs')}
        title={row.account ? t('session', { name: row.session }) : undefined}
      >
        {words.who(row)}
      </GridCell>
      <GridCell className="truncate font-mono text-xs">
        {row.address ?? <span title={t('unknownNetwork')}>{t('none')}</span>}
      </GridCell>
      <GridCell>
        <DeviceIcon device={row.device} />
      </GridCell>
      <GridCell className="text-right tabular-nums">{words.time(row.lockedMs)}</GridCell>
      <GridCell className="text-right">
        {ghost ? t('none') : <TimeLeft untilMs={row.expiresMs} />}
      </GridCell>
      <GridCell
        className="text-right tabular-nums"
        title={t('extensionsOfLong', { used: row.extensions, most: row.maxExtensions })}
      >
        {t('extensionsOf', { used: row.extensions, most: row.maxExtensions })}
      </GridCell>
      <GridCell className="truncate">
        <StagePill row={row} ghost={ghost} />
      </GridCell>
      <GridCell>
        {mayRelease && ghost === null && (
          <Button
            variant="quiet"
            size="sm"
            tabIndex={-1}
            data-do="release"
            className="size-8 px-0 text-muted hover:text-danger"
            aria-label={t('releaseOf', { place: name })}
            title={t('release')}
          >
            <CircleX aria-hidden />
          </Button>
        )}
      </GridCell>
    </LineFrame>
  );
});
