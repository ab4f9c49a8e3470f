'use client';

import { useEffect, useState } from 'react';
import { useCart } from '@/components/cart/cart-provider';
import type { Place } from '@/components/cart/place';
import { type SeatStore, seatLook } from '@/components/seat-map/seat-store';
import { type Offer, offerOf, openChoices } from './offer';
import { takeInstead } from './take-offer';

/** The offer that stands, its choices as they can be had at this moment. */
export type OpenOffer = { offer: Offer; choices: number[][]; taking: boolean };

/**
 * What is offered in place of seats that could not be had. It stands until it is answered, and
 * keeps to what is still free.
 */
export function useOffers(
  eventId: string,
  store: SeatStore,
  placeOf: (seatId: number) => Place | null,
) {
  const cart = useCart();
  const [offer, setOffer] = useState<Offer | null>(null);
  const [taking, setTaking] = useState(false);
  const [, setSeen] = useState(0);

  useEffect(
    () =>
      cart.notices.on((notice) => {
        if (notice.kind !== 'lost') return;
        const here = notice.losses.some(({ place }) => place.eventId === eventId);
        const next = here ? offerOf(notice) : null;
        if (next) setOffer(next);
      }),
    [cart, eventId],
  );

  const involved = offer === null ? '' : offer.choices.flat().join();
  useEffect(() => {
    if (involved === '') return;
    const seats = new Set(involved.split(',').map((id) => store.indexOf(Number(id))));
    return store.subscribe((changed) => {
      if (changed === null || changed.some((seat) => seats.has(seat))) setSeen((seen) => seen + 1);
    });
  }, [store, involved]);

  const isOpen = (seatId: number) => {
    const index = store.indexOf(seatId);
    const look = index < 0 ? seatLook.blocked : store.lookAt(index);
    return look === seatLook.free || look >= seatLook.mine;
  };
  const take = async (choice: readonly number[], instead: readonly number[]) => {
    const places = choice.map(placeOf).filter((place) => place !== null);
    if (taking || places.length !== choice.length) return;
    setTaking(true);
    const lost = await takeInstead(cart, places, instead);
    setTaking(false);
    setOffer(null);
    if (lost) cart.notices.emit(lost);
  };
  // A lonely seat is another matter once something else is chosen; a loss is still to be read.
  const outdate = () => setOffer((known) => (known?.kind === 'orphan' ? null : known));
  const open: OpenOffer | null = offer && { offer, choices: openChoices(offer, isOpen), taking };
  return { open, show: setOffer, close: () => setOffer(null), outdate, take, taking };
}
