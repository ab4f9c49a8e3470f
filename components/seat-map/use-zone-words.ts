'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { formatMoney } from '@/lib/i18n/money';
import type { MapZone } from './map-zone';
import { zoneTitle } from './zone-title';

/** A zone in words: on the plan `name`, elsewhere `title`; its price, and what is left of it. */
export type ZoneTexts = { name: string; title: string; price: string; left: string };

/** What is left in each zone, in words, by the zone's id. */
export function useZoneWords(zones: readonly MapZone[]): ReadonlyMap<number, ZoneTexts> {
  const t = useTranslations('seatMap');
  const locale = useLocale();
  return useMemo(() => {
    const left = ({ type, available, locked }: MapZone) => {
      if (available > 0)
        return t(type === 'general' ? 'placesLeft' : 'seatsLeft', { count: available });
      return locked > 0 ? t('allHeld') : t('soldOut');
    };
    return new Map(
      zones.map((zone) => [
        zone.id,
        {
          name: zone.name,
          title: zoneTitle(zone.name, t),
          price: formatMoney(zone.price, locale),
          left: left(zone),
        },
      ]),
    );
  }, [zones, t, locale]);
}
