'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import type { Chart } from './chart';
import type { MapZone } from './map-zone';
import { SeatListRow } from './seat-list-row';
import { SeatMark } from './seat-mark';
import { type SeatStore, seatLook } from './seat-store';
import type { useSeatWords } from './use-seat-words';
import type { ZoneTexts } from './use-zone-words';

/** A zone of the list: opens onto its rows, or leads to its places without numbers. */
export function SeatListZone({
  zone,
  texts,
  rows,
  chart,
  store,
  words,
  canChoose,
  onToggle,
  onPlaces,
}: {
  zone: MapZone;
  texts: ZoneTexts;
  /** Indices into the chart's rows. */
  rows: number[];
  chart: Chart;
  store: SeatStore;
  words: ReturnType<typeof useSeatWords>;
  canChoose: boolean;
  onToggle: (seatId: number) => void;
  onPlaces?: (zoneId: number) => void;
}) {
  const t = useTranslations('seatMap');
  const [open, setOpen] = useState(false);
  const bodyId = useId();
  const title = (
    <>
      <SeatMark look={seatLook.free} tier={zone.tier} className="size-4" />
      <span className="flex grow flex-col items-start">
        <span className="font-display text-lg leading-tight">{texts.title}</span>
        <span className="text-sm text-muted">{texts.left}</span>
      </span>
      <span className="font-semibold tabular-nums">{texts.price}</span>
    </>
  );
  return (
    <li className="rounded-card border border-line bg-raised">
      {zone.type === 'general' ? (
        <div className="flex min-h-14 flex-wrap items-center gap-3 px-4 py-2">
          {title}
          {canChoose && onPlaces && zone.available > 0 && (
            <Button variant="secondary" onClick={() => onPlaces(zone.id)}>
              {t('choosePlaces')}
              <span className="sr-only">: {texts.title}</span>
            </Button>
          )}
        </div>
      ) : (
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? bodyId : undefined}
          className="flex min-h-14 w-full cursor-pointer items-center gap-3 rounded-card px-4 py-2 text-left"
          onClick={() => setOpen(!open)}
        >
          {title}
          <ChevronDown
            aria-hidden
            className={cn('size-5 shrink-0 text-muted transition-transform', open && 'rotate-180')}
          />
        </button>
      )}
      {open && (
        <ul id={bodyId} className="border-t border-line">
          {rows.map((row) => (
            <SeatListRow
              key={row}
              row={row}
              chart={chart}
              store={store}
              words={words}
              canChoose={canChoose}
              onToggle={onToggle}
            />
          ))}
        </ul>
      )}
    </li>
  );
}
