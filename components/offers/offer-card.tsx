'use client';

import type { Place } from '@/components/cart/place';
import { Button } from '@/components/ui/button';
import { HallCard } from './hall-card';
import { useOfferWords } from './use-offer-words';
import type { OpenOffer } from './use-offers';

/** Other seats for those that could not be had, in one click. */
export function OfferCard({
  open: { offer, choices, taking },
  placeOf,
  say,
  onTake,
  onClose,
}: {
  open: OpenOffer;
  placeOf: (seatId: number) => Place | null;
  say: (words: string) => void;
  onTake: (choice: readonly number[]) => void;
  onClose: () => void;
}) {
  const said = useOfferWords(placeOf)(offer, choices);
  return (
    <HallCard
      data-slot={offer.kind === 'lost' ? 'lost-offer' : 'orphan-offer'}
      tone="warn"
      title={said.title}
      line={said.line}
      called
      say={say}
      onClose={onClose}
    >
      {said.choices.length > 0 &&
        said.choices.map((words, at) => (
          <Button
            key={choices[at]!.join()}
            size="sm"
            variant={at === 0 ? 'primary' : 'secondary'}
            className="min-h-11"
            pending={taking}
            onClick={() => onTake(choices[at]!)}
          >
            {words}
          </Button>
        ))}
    </HallCard>
  );
}
