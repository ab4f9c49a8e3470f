'use client';

import { useTranslations } from 'next-intl';
import type { Spot } from './hall-engine';
import type { MapZone } from './map-zone';
import { useSeatGuide } from './seat-guide';
import { SeatPlate, ZonePlate } from './seat-plate';
import type { SeatLook } from './seat-store';
import type { useSeatWords } from './use-seat-words';
import type { ZoneTexts } from './use-zone-words';

/** The ring about what is looked at, and its plate. Lies in the element that the engine hangs. */
export function SpotPlate({
  spot,
  look,
  zone,
  words,
  texts,
  onToggle,
}: {
  spot: Spot;
  look: SeatLook | null;
  zone: MapZone | undefined;
  words: ReturnType<typeof useSeatWords>;
  texts: ZoneTexts | undefined;
  onToggle?: () => void;
}) {
  const t = useTranslations('seatMap');
  const guide = useSeatGuide();
  return (
    <>
      {spot.kind === 'seat' && (
        <span
          aria-hidden
          className="absolute size-(--ring) -translate-1/2 rounded-full border-2 border-ink outline-2 outline-paper"
        />
      )}
      <div className="absolute bottom-(--gap) left-(--shift) group-data-below:top-(--gap) group-data-below:bottom-auto">
        {spot.kind === 'seat' && look !== null && (
          <SeatPlate
            words={words.seatWords(spot.seat)}
            look={look}
            tier={zone?.tier ?? 0}
            state={words.stateName(look)}
            hint={guide.hint(spot.seat, look)}
            watched={guide.watched(spot.seat, look)}
            onToggle={onToggle}
          />
        )}
        {spot.kind === 'zone' && texts && (
          <ZonePlate texts={texts} hint={t(zone?.type === 'general' ? 'placesHint' : 'zoneHint')} />
        )}
      </div>
    </>
  );
}
