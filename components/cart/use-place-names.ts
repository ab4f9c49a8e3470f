'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { listOf } from '@/lib/i18n/lists';
import { parties } from './party';
import type { Place, Want } from './place';

/** As much of a place as its name is made of. */
type Named = Pick<Place, 'zoneName' | 'row' | 'seat'>;

/** Places in the reader's words. */
export type PlaceNames = {
  /** Under its zone's name: `Fila 3, butaca 14`, `2 entradas`. */
  short(place: Named, units: number): string;
  /** On its own: `Platea, fila 3, butaca 14`. */
  full(place: Named, units: number): string;
  /** Several as one phrase: `Platea, fila 3, butacas 14 y 16`. */
  all(wants: readonly Want[]): string;
};

export function usePlaceNames(): PlaceNames {
  const t = useTranslations('cart');
  const locale = useLocale();
  return useMemo(() => {
    const short = ({ seat, row }: Named, units: number) => {
      if (seat === null) return t('places', { count: units });
      return row ? t('seat', { row, seat }) : t('seatNoRow', { seat });
    };
    const full = ({ seat, row, zoneName: zone }: Named, units: number) => {
      if (seat === null) return t('placesIn', { count: units, zone });
      return row ? t('seatIn', { zone, row, seat }) : t('seatInNoRow', { zone, seat });
    };
    const together = (party: Want[]) => {
      const [{ place, units }] = party as [Want];
      if (party.length === 1) return full(place, units);
      const seats = listOf(
        party.map((one) => one.place.seat ?? ''),
        locale,
      );
      return t('seatsIn', { zone: place.zoneName, row: place.row ?? '', seats });
    };
    const all = (wants: readonly Want[]) => listOf(parties(wants).map(together), locale);
    return { short, full, all };
  }, [t, locale]);
}
