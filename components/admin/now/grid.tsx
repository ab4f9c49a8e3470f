'use client';

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { useCallback, useRef } from 'react';
import { lineHeight } from './grid-columns';
import { GridGroup } from './grid-group';
import { GridHead } from './grid-head';
import { GridLock } from './grid-lock';
import { GridBody, GridTable } from './grid-parts';
import { useHouse } from './house-context';
import { useGridFocus } from './use-grid-focus';
import { useHold } from './use-hold';
import { useNow, useStore } from './use-now';

const overscan = 6;

/** Every lock in a line; only those in sight are in the page. */
export function Grid() {
  const t = useTranslations('admin.now');
  const store = useStore();
  const { mayRelease } = useHouse();
  const { lines, selected, events, look } = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const hold = useHold(store);
  const activeIndex = useRef(0);
  const virtual = useVirtualizer({
    count: lines.length,
    estimateSize: () => lineHeight,
    getItemKey: useCallback((index: number) => lines[index]?.key ?? index, [lines]),
    getScrollElement: () => scroller.current,
    // The head stands above the lines, and over them once they are scrolled.
    scrollPaddingStart: lineHeight,
    overscan,
    // Focus is never lost to scrolling: the line that has it stays in the page.
    rangeExtractor: useCallback((range: Range) => {
      const sight = defaultRangeExtractor(range);
      const at = activeIndex.current;
      return sight.includes(at) || at >= range.count ? sight : [...sight, at].sort((a, b) => a - b);
    }, []),
  });
  const focus = useGridFocus(lines, scroller, (index) => virtual.scrollToIndex(index));
  activeIndex.current = focus.at;
  const eventOf = new Map(events.map((event) => [event.id, event]));
  return (
    <div
      ref={scroller}
      data-slot="now-grid"
      className="relative h-[min(70dvh,52rem)] min-h-80 overflow-auto overscroll-contain rounded-card border border-line bg-raised"
      {...hold}
    >
      <GridTable
        aria-label={t('table')}
        aria-multiselectable
        aria-rowcount={lines.length + 1}
        aria-describedby="now-keys"
        className="block min-w-[58rem]"
        {...focus.handlers}
      >
        <GridHead />
        <GridBody className="relative block" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const line = lines[index];
            if (!line) return null;
            const place = { lineKey: line.key, index, topPx: start, active: index === focus.at };
            if (line.kind === 'group') {
              const chosen = line.group.rows.filter(({ id }) => selected.has(id)).length;
              const rest = { group: line.group, open: line.open, chosen, mayRelease };
              return <GridGroup key={line.key} {...place} {...rest} />;
            }
            return (
              <GridLock
                key={line.key}
                {...place}
                row={line.row}
                ghost={line.ghost}
                level={look.grouped ? 2 : 1}
                event={eventOf.get(line.row.eventId)}
                selected={selected.has(line.row.id)}
                mayRelease={mayRelease}
              />
            );
          })}
        </GridBody>
      </GridTable>
    </div>
  );
}
