'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Place } from '@/components/cart/place';
import { OfferCard } from '@/components/offers/offer-card';
import type { useOffers } from '@/components/offers/use-offers';
import { SwapBanner } from '@/components/swap/swap-banner';
import { useEscape } from '@/components/swap/use-escape';
import { useHiddenTitle } from '@/components/watch/use-hidden-title';
import type { useWatch } from '@/components/watch/use-watch';
import { WatchCards } from '@/components/watch/watch-cards';

/**
 * What is told over the hall and stays until it is answered. It lies on top, so that nothing moves
 * under the pointer.
 */
export function HallNotices({
  offers,
  watch,
  moving,
  placeOf,
  onChoose,
  onEndSwap,
  onLeave,
}: {
  offers: ReturnType<typeof useOffers>;
  watch: ReturnType<typeof useWatch>;
  /** Ids of the seats that are being changed. */
  moving: readonly number[];
  placeOf: (seatId: number) => Place | null;
  onChoose: (seatId: number) => void;
  onEndSwap: () => void;
  /** Where the keyboard goes when its place is gone. */
  onLeave: () => void;
}) {
  const t = useTranslations('watch');
  const [spoken, say] = useState('');
  const back = watch.list.filter(({ phase }) => phase === 'back');
  useHiddenTitle(back.length > 0 ? t('title', { count: back.length }) : null);
  const swapping = moving.length > 0;
  const { open } = offers;
  useEscape(swapping && !open, onEndSwap);
  const told = swapping || open || watch.list.some(({ phase }) => phase !== 'waiting');
  return (
    <>
      <p role="status" className="sr-only">
        {spoken}
      </p>
      {told && (
        <div className="pointer-events-none sticky top-3 z-30 -mb-3 h-0">
          <div
            data-slot="hall-notices"
            className="absolute top-3 right-3 left-3 ml-auto grid max-w-xl gap-2"
          >
            {swapping && (
              <SwapBanner
                places={moving.map(placeOf).filter((place) => place !== null)}
                pending={offers.taking}
                onCancel={onEndSwap}
                onLeave={onLeave}
              />
            )}
            {open && (
              <OfferCard
                key={`${open.offer.kind}:${open.offer.choices.join()}`}
                open={open}
                placeOf={placeOf}
                say={say}
                onTake={(choice) => void offers.take(choice, open.offer.instead)}
                onClose={offers.close}
              />
            )}
            <WatchCards
              list={watch.list}
              placeOf={placeOf}
              say={say}
              onTake={onChoose}
              onEnd={(seatIds) => seatIds.forEach(watch.toggle)}
              onUnderstood={watch.understood}
            />
          </div>
        </div>
      )}
    </>
  );
}
