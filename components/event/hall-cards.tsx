'use client';

import type { Place } from '@/components/cart/place';
import { OfferCard } from '@/components/offers/offer-card';
import type { useOffers } from '@/components/offers/use-offers';
import { SwapBanner } from '@/components/swap/swap-banner';
import type { useWatch } from '@/components/watch/use-watch';
import { WatchCards } from '@/components/watch/watch-cards';

export type HallCardsProps = {
  offers: ReturnType<typeof useOffers>;
  watch: ReturnType<typeof useWatch>;
  /** Ids of the seats that are being changed. */
  moving: readonly number[];
  placeOf: (seatId: number) => Place | null;
  onChoose: (seatId: number) => void;
  onEndSwap: () => void;
  /** Where the keyboard goes when its place is gone. */
  onLeave: () => void;
};

/** What stands over the hall until it is answered: it lies on top, and nothing moves under it. */
export function HallCards({
  offers,
  watch,
  moving,
  placeOf,
  say,
  onChoose,
  onEndSwap,
  onLeave,
}: HallCardsProps & { say: (words: string) => void }) {
  const { open } = offers;
  return (
    <div className="pointer-events-none sticky top-3 z-30 -mb-3 h-0">
      <div
        data-slot="hall-notices"
        className="absolute top-3 right-3 left-3 ml-auto grid max-w-xl gap-2"
      >
        {moving.length > 0 && (
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
  );
}
