'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { Card } from './card';
import { GroupCard } from './group-card';
import { useHouse } from './house-context';
import { useHold } from './use-hold';
import { useLineActions } from './use-line-actions';
import { useNow, useStore } from './use-now';

/** About as high as a card is, until it is measured. */
const cardHeight = 142;
const gap = 10;
const overscan = 4;

/** Every lock on a card; only those in sight are in the page. */
export function Cards() {
  const t = useTranslations('admin.now');
  const hold = useHold(useStore());
  const { mayRelease } = useHouse();
  const { lines, selected, events } = useNow();
  const actions = useLineActions();
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const at = list.current?.getBoundingClientRect().top ?? 0;
    setTop(Math.round(at + window.scrollY));
  }, []);
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => cardHeight,
    getItemKey: useCallback((index: number) => lines[index]?.key ?? index, [lines]),
    scrollMargin: top,
    gap,
    overscan,
  });
  const eventOf = new Map(events.map((event) => [event.id, event]));
  return (
    <ul
      ref={list}
      aria-label={t('table')}
      className="relative"
      style={{ height: virtual.getTotalSize() }}
      {...hold}
    >
      {virtual.getVirtualItems().map(({ index, start }) => {
        const line = lines[index];
        if (!line) return null;
        return (
          <li
            key={line.key}
            ref={virtual.measureElement}
            data-index={index}
            aria-setsize={lines.length}
            aria-posinset={index + 1}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${start - top}px)` }}
          >
            {line.kind === 'group' ? (
              <GroupCard line={line} mayRelease={mayRelease} actions={actions} />
            ) : (
              <Card
                line={line}
                event={eventOf.get(line.row.eventId)}
                selected={selected.has(line.row.id)}
                mayRelease={mayRelease}
                actions={actions}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
