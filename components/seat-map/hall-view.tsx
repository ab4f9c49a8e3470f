'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { useWithInput } from '@/components/ui/use-later';
import type { Spot } from './hall-engine';
import { HallStage, type HallStageProps } from './hall-stage';
import { useSeatGuide } from './seat-guide';
import type { SeatLook } from './seat-store';
import { useSeatLook } from './use-seat-look';
import { useSeatWords } from './use-seat-words';
import { useSpokenSeat } from './use-spoken-seat';
import { useZoneWords } from './use-zone-words';

export type HallViewProps = Pick<
  HallStageProps,
  'chart' | 'plan' | 'zones' | 'store' | 'filter' | 'shown' | 'at' | 'onLook' | 'onLeave'
> & {
  canChoose: boolean;
  onToggle: (seatId: number) => void;
  onPlaces?: (zoneId: number) => void;
};

const getPlate = async () => (await import('./spot-plate')).SpotPlate;

/** The hall to choose in, with the plate of what is looked at, and its words for ears. */
export function HallView({ canChoose, onToggle, onPlaces, ...hall }: HallViewProps) {
  const { chart, zones, store } = hall;
  const t = useTranslations('seatMap');
  const [spot, setSpot] = useState<Spot | null>(null);
  const Plate = useWithInput(getPlate, spot !== null);
  const texts = useZoneWords(zones);
  const words = useSeatWords(chart, zones);
  const look = useSeatLook(store, spot?.kind === 'seat' ? spot.seat : null);
  const guide = useSeatGuide();
  const sentence = useCallback(
    (seat: number, seen: SeatLook) =>
      [words.sentence(seat, seen), guide.hint(seat, seen)].filter(Boolean).join('. '),
    [words, guide],
  );
  const { spoken, say } = useSpokenSeat(spot, look, sentence);

  const meansSomething = (seat: number) =>
    store.canToggle(seat, canChoose) || guide.answers(seat, store.lookAt(seat));
  const toggle = (seat: number) => {
    if (meansSomething(seat)) onToggle(store.idAt(seat));
    else say(t(canChoose ? 'notFree' : 'notOnSale'));
  };
  const show = (next: Spot | null) => {
    setSpot(next);
    guide.look(next?.kind === 'seat' ? next.seat : null);
  };
  const zoneId = spot?.kind === 'seat' ? chart.zoneIds[chart.zoneOf[spot.seat]!] : spot?.zoneId;
  return (
    <HallStage
      {...hall}
      texts={texts}
      label={t('mapLabel')}
      role={t('mapRole')}
      hint={t('mapHint')}
      spot={spot}
      onSpot={show}
      spoken={spoken}
      say={say}
      toggle={toggle}
      onPlaces={(id) => {
        if (canChoose) onPlaces?.(id);
      }}
    >
      {(byFinger) =>
        spot &&
        Plate && (
          <Plate
            spot={spot}
            look={look}
            zone={zones.find((zone) => zone.id === zoneId)}
            words={words}
            texts={zoneId === undefined ? undefined : texts.get(zoneId)}
            onToggle={
              byFinger && spot.kind === 'seat' && meansSomething(spot.seat)
                ? () => toggle(spot.seat)
                : undefined
            }
          />
        )
      }
    </HallStage>
  );
}
