'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Chart, rowsByZone } from './chart';
import type { MapZone } from './map-zone';
import { type SeatFilter, zoneMatches } from './seat-filter';
import { SeatFinder } from './seat-finder';
import { SeatListZone } from './seat-list-zone';
import type { SeatStore } from './seat-store';
import { useFocusSoon } from './use-focus-soon';
import { useListFind } from './use-list-find';
import { useListKeys } from './use-list-keys';
import { useOpenPlaces } from './use-open-places';
import { useSeatWords } from './use-seat-words';
import { useZoneWords } from './use-zone-words';

export type SeatListProps = {
  chart: Chart;
  zones: MapZone[];
  store: SeatStore;
  filter: SeatFilter;
  /** Whether the list is the view on show. */
  shown: boolean;
  /** Index of the seat last looked at, in either view. */
  at: number | null;
  onLook: (seat: number) => void;
  canChoose: boolean;
  onToggle: (seatId: number) => void;
  onPlaces?: (zoneId: number) => void;
};

/**
 * Every seat of the hall in words: zone, then row, then seats; only what is open is built. Headings
 * with buttons rather than a tree: screen readers on phones know no trees, and all jump by headings.
 */
export function SeatList(props: SeatListProps) {
  const { chart, zones, store, filter, shown, at, onLook, canChoose, onToggle, onPlaces } = props;
  const t = useTranslations('seatMap');
  const list = useRef<HTMLUListElement>(null);
  const [spoken, say] = useState('');
  const rows = useMemo(() => rowsByZone(chart), [chart]);
  const texts = useZoneWords(zones);
  const words = useSeatWords(chart, zones);
  const { open, toggleZone, toggleRow, openZone, openRow } = useOpenPlaces(chart);
  const { text, setText, find } = useListFind(chart, zones, rows);
  const onKeyDown = useListKeys(list);
  const goSoon = useFocusSoon(list);

  const matching = zones.filter((zone) => zoneMatches(filter, zone));
  const listed = find ? matching.filter(({ id }) => find.zoneIds.includes(id)) : matching;
  const zoneAt = at === null ? null : chart.zoneIds[chart.zoneOf[at]!];
  const firstRow = chart.rows[0];
  const example = firstRow
    ? `${texts.get(chart.zoneIds[firstRow.zone]!)?.title}, ${words.rowName(firstRow.name)}`
    : '';
  const go = () => {
    const zone = listed[0]?.id;
    if (!find || zone === undefined) return;
    const row = zone === find.zoneIds[0] ? find.row : null;
    if (row === null) openZone(zone);
    else openRow(row);
    if (row !== null && find.seat !== null) goSoon(`[data-seat="${find.seat}"]`, 'focus');
    else goSoon(`[data-head="${row === null ? `zone-${zone}` : `row-${row}`}"]`, 'focus');
  };

  // The list opens at the seat that was looked at elsewhere, not at those it came to itself.
  const own = useRef<number | null>(null);
  useEffect(() => {
    if (!shown || at === null || at === own.current) return;
    own.current = at;
    setText('');
    openRow(chart.rowOf[at]!);
    goSoon(`[data-seat="${at}"]`, 'sight');
  }, [shown, at, chart, setText, openRow, goSoon]);
  const look = useCallback(
    (seat: number) => {
      own.current = seat;
      onLook(seat);
    },
    [onLook],
  );

  return (
    <div className="flex flex-col gap-4">
      <SeatFinder text={text} example={example} found={listed.length} onText={setText} onGo={go} />
      <p role="status" className="sr-only">
        {spoken}
      </p>
      {find && listed.length === 0 && <p className="text-muted">{t('filterNone')}</p>}
      <ul
        ref={list}
        data-slot="seat-list"
        aria-label={t('list')}
        className="flex flex-col gap-2"
        onKeyDown={onKeyDown}
      >
        {listed.map((zone) => (
          <SeatListZone
            key={zone.id}
            zone={zone}
            texts={texts.get(zone.id)!}
            rows={rows.get(zone.id) ?? []}
            open={open.zones.has(zone.id)}
            openRows={open.rows}
            at={zone.id === zoneAt ? at : null}
            accessible={filter.accessible}
            chart={chart}
            store={store}
            words={words}
            canChoose={canChoose}
            onZone={toggleZone}
            onRow={toggleRow}
            onLook={look}
            onToggle={onToggle}
            onPlaces={onPlaces}
            say={say}
          />
        ))}
      </ul>
    </div>
  );
}
