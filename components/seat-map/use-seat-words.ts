'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { seatFlag } from '@/lib/events/seat-codes';
import { formatMoney } from '@/lib/i18n/money';
import type { Chart } from './chart';
import type { MapZone } from './map-zone';
import { type SeatLook, seatLook } from './seat-store';
import { zoneTitle } from './zone-title';

/** One seat in words, in the reader's language. */
export type SeatWords = {
  zone: string;
  row: string;
  seat: string;
  price: string;
  /** Wheelchair or companion place, or null. */
  sign: string | null;
  /** What must be known before it is chosen, or null. */
  note: string | null;
};

const states = {
  [seatLook.free]: 'free',
  [seatLook.held]: 'held',
  [seatLook.sold]: 'sold',
  [seatLook.blocked]: 'blocked',
  [seatLook.mine]: 'mine',
  [seatLook.choosing]: 'choosing',
  [seatLook.returning]: 'returning',
} as const satisfies Record<SeatLook, string>;

/** A row named by a number or a letter or two is "row 4"; "Palco 3" is a name of its own. */
const shortName = /^[\p{L}\p{N}]{1,3}$/u;

/** How seats are called, on the plate, in the list and aloud. */
export function useSeatWords(chart: Chart, zones: readonly MapZone[]) {
  const t = useTranslations('seatMap');
  const locale = useLocale();
  return useMemo(() => {
    const zoneById = new Map(zones.map((zone) => [zone.id, zone]));
    const rowName = (name: string) => (shortName.test(name) ? t('row', { row: name }) : name);
    const stateName = (look: SeatLook) => t(`state.${states[look]}`);
    const seatWords = (seat: number): SeatWords => {
      const zone = zoneById.get(chart.zoneIds[chart.zoneOf[seat]!]!);
      const flags = chart.flags[seat]!;
      return {
        zone: zone ? zoneTitle(zone.name, t) : '',
        row: rowName(chart.rows[chart.rowOf[seat]!]!.name),
        seat: t('seat', { seat: chart.labels[seat]! }),
        price: zone ? formatMoney(zone.price, locale) : '',
        sign:
          flags & seatFlag.accessible
            ? t('sign.accessible')
            : flags & seatFlag.companion
              ? t('sign.companion')
              : null,
        note: flags & seatFlag.restrictedView ? t('restrictedView') : null,
      };
    };
    const sentence = (seat: number, look: SeatLook) => {
      const { zone, row, seat: name, price, sign, note } = seatWords(seat);
      return [zone, row, name, sign, note, price, stateName(look)].filter(Boolean).join(', ');
    };
    const zoneName = (id: number) => zoneTitle(zoneById.get(id)?.name ?? '', t);
    return { seatWords, stateName, rowName, zoneName, sentence };
  }, [chart, zones, t, locale]);
}
