'use client';

import { useTranslations } from 'next-intl';
import type { Place } from '@/components/cart/place';
import { usePlaceNames } from '@/components/cart/use-place-names';
import { HallCard } from '@/components/offers/hall-card';
import { Button } from '@/components/ui/button';
import type { Watched } from './watching';

/** What became of the seats that the buyer waits for; one that is back is taken by one click. */
export function WatchCards({
  list,
  placeOf,
  say,
  onTake,
  onEnd,
  onUnderstood,
}: {
  list: readonly Watched[];
  placeOf: (seatId: number) => Place | null;
  say: (words: string) => void;
  onTake: (seatId: number) => void;
  /** The buyer does not wait for these any more. */
  onEnd: (seatIds: number[]) => void;
  onUnderstood: (phase: 'missed' | 'over') => void;
}) {
  const t = useTranslations('watch');
  const names = usePlaceNames();
  const inPhase = (phase: Watched['phase']) =>
    list
      .filter((watched) => watched.phase === phase)
      .map(({ seatId }) => placeOf(seatId))
      .filter((place) => place !== null);
  const said = (places: Place[]) => ({
    count: places.length,
    places: names.all(places.map((place) => ({ place, units: 1 }))),
  });
  const [back, missed, over] = [inPhase('back'), inPhase('missed'), inPhase('over')];
  return (
    <>
      {back.length > 0 && (
        <HallCard
          data-slot="watch-back"
          tone="good"
          say={say}
          title={t('back', said(back))}
          line={t('backLine', { count: back.length })}
          closeLabel={t('end')}
          onClose={() => onEnd(back.map((place) => place.seatId!))}
        >
          {back.map((place) => (
            <Button
              key={place.seatId}
              size="sm"
              className="min-h-11"
              onClick={() => onTake(place.seatId!)}
            >
              {t('take', { seat: place.seat ?? '' })}
            </Button>
          ))}
        </HallCard>
      )}
      {missed.length > 0 && (
        <HallCard
          data-slot="watch-missed"
          tone="warn"
          say={say}
          title={t('missed', said(missed))}
          line={t('missedLine', { count: missed.length })}
          onClose={() => onUnderstood('missed')}
        />
      )}
      {over.length > 0 && (
        <HallCard
          data-slot="watch-over"
          tone="info"
          say={say}
          title={t('over', said(over))}
          line={t('overLine', { count: over.length })}
          onClose={() => onUnderstood('over')}
        />
      )}
    </>
  );
}
