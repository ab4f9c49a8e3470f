'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import type { Chart } from '@/components/seat-map/chart';
import type { Spot } from '@/components/seat-map/hall-engine';
import { HallStage } from '@/components/seat-map/hall-stage';
import type { MapZone } from '@/components/seat-map/map-zone';
import type { VenuePlan } from '@/components/seat-map/plan';
import { noFilter } from '@/components/seat-map/seat-filter';
import { useSeatWords } from '@/components/seat-map/use-seat-words';
import type { ZoneWords } from '@/components/seat-map/zone-text';
import { HeatPlate, ZoneFigurePlate } from './heat-plate';
import type { HeatStore } from './heat-store';
import type { HallAddress } from './heat-wire';
import type { Layer } from './layers';
import { useSeatStory } from './use-seat-story';
import { useStoryWords } from './use-story-words';

type Props = {
  address: HallAddress;
  chart: Chart;
  plan: VenuePlan;
  zones: MapZone[];
  texts: ReadonlyMap<number, ZoneWords>;
  store: HeatStore;
  layer: Layer;
  saleStartsAt: string;
  timeZone: string;
  onLeave: () => void;
};

/** The hall in shades; what is looked at tells its story, on a plate and aloud. */
export function HeatMap({
  address,
  store,
  layer,
  saleStartsAt,
  timeZone,
  onLeave,
  ...hall
}: Props) {
  const { chart, zones, texts } = hall;
  const t = useTranslations('admin.hall');
  const seatMap = useTranslations('seatMap');
  const [spot, setSpot] = useState<Spot | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const [spoken, say] = useState('');
  const seat = spot?.kind === 'seat' ? spot.seat : null;
  const held = spot?.kind === 'seat' && spot.held;
  const words = useSeatWords(chart, zones);
  const { story, failed } = useSeatStory(address, seat === null ? null : store.idAt(seat));
  const storyWords = useStoryWords(saleStartsAt, timeZone);
  const name = useMemo(() => {
    if (seat === null) return null;
    const { zone, row, seat: label } = words.seatWords(seat);
    return { zone, place: `${row} · ${label}`, aloud: [zone, row, label].join(', ') };
  }, [seat, words]);
  const lines = useMemo(
    () => (story ? storyWords(story) : failed ? [t('storyFailed')] : null),
    [story, failed, storyWords, t],
  );
  const aloud = held && name ? [`${name.aloud}.`, ...(lines ?? [])].join(' ') : null;
  useEffect(() => {
    if (aloud !== null && lines) say(aloud);
  }, [aloud, lines]);
  const zoneId = spot?.kind === 'zone' ? spot.zoneId : null;
  return (
    <HallStage
      {...hall}
      store={store}
      filter={noFilter}
      theme={layer}
      label={t('map')}
      role={seatMap('mapRole')}
      hint={t('mapHint')}
      shown
      at={at}
      onLook={setAt}
      spot={spot}
      onSpot={setSpot}
      spoken={spoken}
      say={say}
      toggle={() => aloud !== null && say(aloud)}
      onPlaces={() => {}}
      onLeave={onLeave}
    >
      {() => (
        <>
          {name && <HeatPlate zone={name.zone} place={name.place} lines={lines} />}
          {zoneId !== null && (
            <ZoneFigurePlate texts={texts.get(zoneId)} title={words.zoneName(zoneId)} />
          )}
        </>
      )}
    </HallStage>
  );
}
