'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Place } from '@/components/cart/place';
import { usePlaceNames } from '@/components/cart/use-place-names';
import { listOf } from '@/lib/i18n/lists';
import { formatMoney } from '@/lib/i18n/money';
import type { Offer } from './offer';

type Said = { title: string; line: string; choices: string[] };

const units = (places: readonly Place[]) => places.map((place) => ({ place, units: 1 }));
const rowOf = ({ zoneId, row }: Place) => JSON.stringify([zoneId, row]);

/** An offer in words: what happened, what is to be had instead, and what each button takes. */
export function useOfferWords(placeOf: (seatId: number) => Place | null) {
  const t = useTranslations('offers');
  const locale = useLocale();
  const names = usePlaceNames();
  const placesOf = (seatIds: readonly number[]) =>
    seatIds.map(placeOf).filter((place) => place !== null);
  const seatsOf = (places: readonly Place[]) =>
    listOf(
      places.map((place) => place.seat ?? ''),
      locale,
    );
  const named = (seatIds: readonly number[]) => ({
    count: seatIds.length,
    seats: seatsOf(placesOf(seatIds)),
  });

  return (offer: Offer, choices: readonly number[][]): Said =>
    offer.kind === 'lost' ? lostWords(offer, choices) : orphanWords(offer, choices);

  function lostWords(offer: Offer & { kind: 'lost' }, [choice]: readonly number[][]): Said {
    const lost = offer.losses.map(({ place }) => place);
    const title = t('taken', { places: names.all(offer.losses) });
    if (!choice) return { title, line: t('gone'), choices: [] };
    const places = placesOf(choice);
    const rows = new Set(places.map(rowOf));
    const words = {
      count: places.length,
      seats: seatsOf(places),
      places: names.all(units(places)),
    };
    const same = rows.size === 1 && lost.some((place) => rows.has(rowOf(place)));
    const line = [t(same ? 'sameRow' : rows.size === 1 ? 'elsewhere' : 'apart', words)];
    const price = places.find(({ price }) => price.amount !== lost[0]?.price.amount)?.price;
    if (price) line.push(t('price', { price: formatMoney(price, locale), count: places.length }));
    if (offer.instead.length > 0) {
      line.push(t('kept', { places: names.all(units(placesOf(offer.instead))) }));
    }
    return { title, line: line.join(' '), choices: [t('take', words)] };
  }

  function orphanWords(offer: Offer & { kind: 'orphan' }, choices: readonly number[][]): Said {
    const chosen = new Set(offer.chosen);
    return {
      title: t('orphan', named(offer.lonely)),
      line: t(choices.length > 0 ? 'orphanLine' : 'orphanNone'),
      choices: choices.map((choice) => {
        const others = choice.filter((id) => !chosen.has(id));
        const also = choice.length - others.length === chosen.size;
        return also ? t('also', named(others)) : t('better', named(choice));
      }),
    };
  }
}
