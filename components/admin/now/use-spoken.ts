'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { usePlaceNames } from '@/components/cart/use-place-names';
import { datedName, tickStamp } from '@/lib/i18n/stamps';
import type { WatchedEvent } from '@/lib/watch/schema';
import type { Row } from './row';
import type { Spoken } from './search';

/** What a lock is of, in the reader's words. */
export type SpokenPlaces = Spoken & {
  /** In its column: `3 · 14`, `2 entradas`. */
  place(row: Row): string;
  /** On its own: `Platea, fila 3, butaca 14`. */
  fullPlace(row: Row): string;
  /** An event's day and hour. */
  hour(event: WatchedEvent): string;
};

/** Stand in a sentence for what differs from seat to seat. */
const [aZone, aRow, aSeat] = ['\u0001', '\u0002', '\u0003'];

export function useSpoken(timeZone: string): SpokenPlaces {
  const t = useTranslations('admin.now');
  const names = usePlaceNames();
  const locale = useLocale();
  return useMemo(() => {
    const place = ({ row, seat, quantity }: Pick<Row, 'row' | 'seat' | 'quantity'>) => {
      if (seat === null) return t('places', { count: quantity });
      return row ? t('seat', { row, seat }) : t('seatNoRow', { seat });
    };
    const fullPlace = (row: Pick<Row, 'zoneName' | 'row' | 'seat' | 'quantity'>) =>
      names.full(row, row.quantity);
    // A sentence is slow to make, and a stadium has many seats: once, and the seat put in after.
    const sentences = new Map<string, string[]>();
    const sentencesOf = (row: Row) => {
      const kind = row.seat === null ? String(row.quantity) : row.row ? 'row' : 'no row';
      const some = {
        zoneName: aZone,
        row: row.row && aRow,
        seat: row.seat && aSeat,
        quantity: row.quantity,
      };
      const known = sentences.get(kind) ?? [place(some), fullPlace(some)];
      sentences.set(kind, known);
      return known;
    };
    return {
      place,
      fullPlace,
      places: (row) =>
        sentencesOf(row).map((sentence) =>
          sentence
            .replace(aZone, () => row.zoneName)
            .replace(aRow, () => row.row ?? '')
            .replace(aSeat, () => row.seat ?? ''),
        ),
      hour: ({ startsAt }) => tickStamp(startsAt, locale, timeZone),
      event: (event: WatchedEvent) => datedName(event, locale, timeZone),
    };
  }, [t, names, locale, timeZone]);
}
