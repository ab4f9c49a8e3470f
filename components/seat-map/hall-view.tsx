'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Suspense, useCallback, useId, useMemo, useRef, useState } from 'react';
import { cn } from '@/components/ui/class-names';
import { patientPart } from '@/components/ui/patient-part';
import { useWithInput } from '@/components/ui/use-later';
import type { Chart } from './chart';
import type { HallListener, Spot } from './hall-engine';
import { MapControls } from './map-controls';
import type { MapZone } from './map-zone';
import { MiniMapView } from './mini-map-view';
import type { VenuePlan } from './plan';
import type { SeatFilter } from './seat-filter';
import { useSeatGuide } from './seat-guide';
import type { SeatLook, SeatStore } from './seat-store';
import { useFloor } from './use-floor';
import { useHall } from './use-hall';
import { useHallKeys } from './use-hall-keys';
import { useSeatLook } from './use-seat-look';
import { useSeatWords } from './use-seat-words';
import { useShownAt } from './use-shown-at';
import { useSpokenSeat } from './use-spoken-seat';
import { useZoneWords } from './use-zone-words';

export type HallViewProps = {
  chart: Chart;
  plan: VenuePlan;
  zones: MapZone[];
  store: SeatStore;
  filter: SeatFilter;
  /** Whether the map is the view on show. */
  shown: boolean;
  /** Index of the seat last looked at, in either view. */
  at: number | null;
  onLook: (seat: number) => void;
  canChoose: boolean;
  onToggle: (seatId: number) => void;
  onPlaces?: (zoneId: number) => void;
  /** The keyboard left the map with Escape. */
  onLeave: () => void;
};

/** So many seats do not fit in a window in which one can be chosen. */
const miniMapFrom = 3_000;

const { Part: FloorSwitch } = patientPart(async () => (await import('./floor-switch')).FloorSwitch);
const getPlate = async () => (await import('./spot-plate')).SpotPlate;

/** The hall on a canvas, with the plate of what is looked at, and its words for ears. */
export function HallView(props: HallViewProps) {
  const { store, filter, canChoose, onToggle, onPlaces, onLeave } = props;
  const { shown, at, onLook } = props;
  const { floor, setFloor, floorOf, chart, plan, zones } = useFloor(
    props.chart,
    props.plan,
    props.zones,
  );
  const t = useTranslations('seatMap');
  const locale = useLocale();
  const hintId = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const anchor = useRef<HTMLDivElement>(null);
  const mini = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [spot, setSpot] = useState<Spot | null>(null);
  const [whole, setWhole] = useState(true);
  const [byFinger, setByFinger] = useState(false);

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
  const scene = useMemo(
    () => ({ plan, zones, words: texts, language: locale }),
    [plan, zones, texts, locale],
  );

  const meansSomething = (seat: number) =>
    store.canToggle(seat, canChoose) || guide.answers(seat, store.lookAt(seat));
  const toggle = (seat: number) => {
    if (meansSomething(seat)) onToggle(store.idAt(seat));
    else say(t(canChoose ? 'notFree' : 'notOnSale'));
  };
  const show = (next: Spot | null) => {
    setSpot(next);
    guide.look(next?.kind === 'seat' ? next.seat : null);
    if (next?.kind !== 'seat' || !next.held) return;
    cameTo(next.seat);
    onLook(next.seat);
  };
  const listener: HallListener = {
    spot: show,
    whole: setWhole,
    toggle,
    places: (zoneId) => {
      if (canChoose) onPlaces?.(zoneId);
    },
  };
  const hall = useHall(
    { canvas, probe, anchor, mini, frame },
    chart,
    store,
    scene,
    listener,
    filter,
  );
  const toFloor = (next: number) => {
    if (next === floor) return true;
    setSpot(null);
    setFloor(next);
    return false;
  };
  const onFloor = (seat: number) => floorOf(seat) === floor;
  const cameTo = useShownAt(hall, shown, at, (seat) => toFloor(floorOf(seat)));
  const keys = useHallKeys({ hall, chart, store, plan, onFloor, spot, toggle, say, onLeave });

  const zoneId = spot?.kind === 'seat' ? chart.zoneIds[chart.zoneOf[spot.seat]!] : spot?.zoneId;
  return (
    <div data-slot="hall" className="flex size-full flex-col">
      {plan.floors && plan.floors.length > 1 && (
        <Suspense fallback={<div className="m-3 mb-0 h-11" />}>
          <FloorSwitch
            className="m-3 mb-0"
            floors={plan.floors.map((name) => name[locale])}
            floor={floor}
            onChange={toFloor}
          />
        </Suspense>
      )}
      <div className="relative min-h-0 grow overflow-hidden">
        <canvas
          ref={canvas}
          {...keys}
          aria-label={t('mapLabel')}
          aria-roledescription={t('mapRole')}
          aria-describedby={hintId}
          className={cn(
            'block size-full cursor-grab select-none focus-visible:-outline-offset-3',
            whole ? 'touch-pan-y' : 'touch-none',
          )}
          onPointerDown={(event) => setByFinger(event.pointerType === 'touch')}
          onKeyDownCapture={() => setByFinger(false)}
          onBlur={() => {
            if (!byFinger) hall.current?.lookAway();
          }}
        />
        <span ref={probe} aria-hidden className="sr-only forced-color-adjust-none" />
        <p id={hintId} hidden>
          {t('mapHint')}
        </p>
        <p aria-live="polite" className="sr-only">
          {spoken}
        </p>
        <div ref={anchor} className="group pointer-events-none absolute top-0 left-0 z-30">
          {spot && Plate && (
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
          )}
        </div>
        {chart.size >= miniMapFrom && (
          <MiniMapView canvas={mini} frame={frame} plan={plan} shown={!whole} />
        )}
        <MapControls
          className="absolute right-3 bottom-3"
          onZoom={(factor) => hall.current?.camera.glideZoom(factor)}
          onFit={() => hall.current?.camera.fit()}
        />
      </div>
    </div>
  );
}
