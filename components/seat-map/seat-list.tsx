'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { type Chart, rowsByZone } from './chart';
import type { MapZone } from './map-zone';
import type { SeatFilter } from './seat-filter';
import { SeatListZone } from './seat-list-zone';
import type { SeatStore } from './seat-store';
import { useSeatWords } from './use-seat-words';
import { useZoneWords } from './use-zone-words';

export type SeatListProps = {
  chart: Chart;
  zones: MapZone[];
  store: SeatStore;
  filter: SeatFilter;
  /** Index of the seat last looked at, in either view. */
  at: number | null;
  onLook: (seat: number) => void;
  canChoose: boolean;
  onToggle: (seatId: number) => void;
  onPlaces?: (zoneId: number) => void;
};

/** Every seat of the hall in words: zone, then row, then seats. Only what is open is built. */
export function SeatList({ chart, zones, store, canChoose, onToggle, onPlaces }: SeatListProps) {
  const t = useTranslations('seatMap');
  const rows = useMemo(() => rowsByZone(chart), [chart]);
  const texts = useZoneWords(zones);
  const words = useSeatWords(chart, zones);
  return (
    <ul data-slot="seat-list" aria-label={t('list')} className="flex flex-col gap-2">
      {zones.map((zone) => (
        <SeatListZone
          key={zone.id}
          zone={zone}
          texts={texts.get(zone.id)!}
          rows={rows.get(zone.id) ?? []}
          chart={chart}
          store={store}
          words={words}
          canChoose={canChoose}
          onToggle={onToggle}
          onPlaces={onPlaces}
        />
      ))}
    </ul>
  );
}
