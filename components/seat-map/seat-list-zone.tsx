'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo, useId } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import type { MapZone } from './map-zone';
import { flagsMatch, noFilter } from './seat-filter';
import { SeatListRow, type SeatListRowProps } from './seat-list-row';
import { SeatMark } from './seat-mark';
import { seatLook } from './seat-store';
import type { ZoneTexts } from './use-zone-words';

/**
 * A zone of the list: opens onto its rows, or leads to its places without numbers. Of 150 only the
 * one that has changed is drawn again.
 */
export const SeatListZone = memo(function SeatListZone({
  zone,
  texts,
  rows,
  open,
  openRows,
  onZone,
  onPlaces,
  ...rest
}: Omit<SeatListRowProps, 'row' | 'open'> & {
  zone: MapZone;
  texts: ZoneTexts;
  /** Indices into the chart's rows. */
  rows: number[];
  open: boolean;
  openRows: ReadonlySet<number>;
  onZone: (zoneId: number) => void;
  onPlaces?: (zoneId: number) => void;
}) {
  const t = useTranslations('seatMap');
  const bodyId = useId();
  const { chart, accessible, canChoose } = rest;
  const filter = { ...noFilter, accessible };
  const asked = accessible
    ? rows.filter((row) =>
        chart.rows[row]!.seats.some((seat) => flagsMatch(filter, chart.flags[seat]!)),
      )
    : rows;
  if (accessible && asked.length === 0) return null;
  const title = (
    <>
      <SeatMark look={seatLook.free} tier={zone.tier} className="size-4" />
      <span className="flex grow flex-col items-start">
        <span className="font-display text-lg leading-tight">{texts.title}</span>
        <span className="font-normal font-sans text-muted text-sm">{texts.supply}</span>
      </span>
      <span className="font-sans font-semibold tabular-nums">{texts.price}</span>
    </>
  );
  return (
    <li className="rounded-card border border-line bg-raised">
      {zone.type === 'general' ? (
        <div className="flex min-h-14 flex-wrap items-center gap-3 px-4 py-2">
          <h3 className="flex grow items-center gap-3">{title}</h3>
          {canChoose && onPlaces && zone.available > 0 && (
            <Button
              variant="secondary"
              data-head={`zone-${zone.id}`}
              onClick={() => onPlaces(zone.id)}
            >
              {t('choosePlaces')}
              <span className="sr-only">: {texts.title}</span>
            </Button>
          )}
        </div>
      ) : (
        <h3>
          <button
            type="button"
            data-head={`zone-${zone.id}`}
            aria-expanded={open}
            aria-controls={open ? bodyId : undefined}
            className="flex min-h-14 w-full cursor-pointer items-center gap-3 rounded-card px-4 py-2 text-left"
            onClick={() => onZone(zone.id)}
          >
            {title}
            <ChevronDown
              aria-hidden
              className={cn(
                'size-5 shrink-0 text-muted transition-transform',
                open && 'rotate-180',
              )}
            />
          </button>
        </h3>
      )}
      {open && (
        <ul id={bodyId} aria-label={texts.title} className="border-t border-line">
          {asked.map((row) => (
            <SeatListRow key={row} row={row} open={openRows.has(row)} {...rest} />
          ))}
        </ul>
      )}
    </li>
  );
});
