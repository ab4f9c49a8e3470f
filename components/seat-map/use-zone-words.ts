'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { formatMoney } from '@/lib/i18n/money';
import type { MapZone } from './map-zone';
import { zoneTitle } from './zone-title';

/**
 * A zone in words: on the plan `name`, elsewhere `title`; its price, and what is left of it. `from`
 * and `count` say the last two where room is short; `supply` also says when there could be more.
 */
export type ZoneTexts = {
  name: string;
  title: string;
  price: string;
  left: string;
  from: string;
  count: string;
  supply: string;
};

const knownMax = 4_000;

/** What is left in each zone, in words, by the zone's id. */
export function useZoneWords(zones: readonly MapZone[]): ReadonlyMap<number, ZoneTexts> {
  const t = useTranslations('seatMap');
  const locale = useLocale();
  const wordsOf = useMemo(() => {
    const inWords = (zone: MapZone): ZoneTexts => {
      const { name, type, price, available, locked, backInMinutes: minutes } = zone;
      const money = formatMoney(price, locale);
      const none = locked > 0 ? 'allHeld' : 'soldOut';
      const some = type === 'general' ? 'placesLeft' : 'seatsLeft';
      const left = available > 0 ? t(some, { count: available }) : t(none);
      return {
        name,
        title: zoneTitle(name, t),
        price: money,
        left,
        supply: minutes ? t('allHeldBack', { minutes }) : left,
        from: t('from', { price: money }),
        count: available > 0 ? t('countLeft', { count: available }) : t(`${none}Short`),
      };
    };
    // Figures change several times a second, and those of few zones: the others keep their words.
    const known = new Map<string, ZoneTexts>();
    return (zone: MapZone) => {
      const { id, name, price, available, locked, backInMinutes } = zone;
      const key = `${id}/${name}/${price.amount}/${available}/${locked > 0}/${backInMinutes}`;
      const words = known.get(key) ?? inWords(zone);
      if (known.size > knownMax) known.clear();
      known.set(key, words);
      return words;
    };
  }, [t, locale]);
  return useMemo(() => new Map(zones.map((zone) => [zone.id, wordsOf(zone)])), [zones, wordsOf]);
}
