'use client';

import { useLocale } from 'next-intl';
import { type ReactNode, Suspense, useId, useMemo, useRef, useState } from 'react';
import { cn } from '@/components/ui/class-names';
import { patientPart } from '@/components/ui/patient-part';
import type { Chart } from './chart';
import type { HallListener, Spot } from './hall-engine';
import { MapControls } from './map-controls';
import type { MapZone } from './map-zone';
import { MiniMapView } from './mini-map-view';
import type { VenuePlan } from './plan';
import type { SeatFilter } from './seat-filter';
import type { SeatStore } from './seat-store';
import { useFloor } from './use-floor';
import { useHall } from './use-hall';
import { useHallKeys } from './use-hall-keys';
import { useShownAt } from './use-shown-at';
import type { ZoneWords } from './zone-text';

export type HallStageProps = {
  chart: Chart;
  plan: VenuePlan;
  zones: MapZone[];
  store: SeatStore;
  filter: SeatFilter;
  /** What is written on each zone. */
  texts: ReadonlyMap<number, ZoneWords>;
  /** Names the colours that the page gives the map's tokens; another name has them read again. */
  theme?: string;
  /** The canvas in words: its name, what it is, what its keys do. */
  label: string;
  role: string;
  hint: string;
  /** Whether the map is the view on show. */
  shown: boolean;
  /** Index of the seat last looked at, in either view. */
  at: number | null;
  onLook: (seat: number) => void;
  spot: Spot | null;
  onSpot: (spot: Spot | null) => void;
  /** What is said aloud, and how to have something said. */
  spoken: string;
  say: (words: string) => void;
  toggle: (seat: number) => void;
  onPlaces: (zoneId: number) => void;
  /** The keyboard left the map with Escape. */
  onLeave: () => void;
  /** Hung on the spot. */
  children: (byFinger: boolean) => ReactNode;
};

/** So many seats do not fit in a window in which one can be chosen. */
const miniMapFrom = 3_000;

const { Part: FloorSwitch } = patientPart(async () => (await import('./floor-switch')).FloorSwitch);

/** A hall on a canvas, with what moves it about: pointers, keys, floors, the small map. */
export function HallStage(props: HallStageProps) {
  const { store, filter, texts, theme, shown, at, spot, onSpot, onLook } = props;
  const { floor, setFloor, floorOf, chart, plan, zones } = useFloor(
    props.chart,
    props.plan,
    props.zones,
  );
  const locale = useLocale();
  const hintId = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  const anchor = useRef<HTMLDivElement>(null);
  const mini = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [whole, setWhole] = useState(true);
  const [byFinger, setByFinger] = useState(false);
  const scene = useMemo(
    () => ({ plan, zones, words: texts, language: locale }),
    [plan, zones, texts, locale],
  );
  const show = (next: Spot | null) => {
    onSpot(next);
    if (next?.kind !== 'seat' || !next.held) return;
    cameTo(next.seat);
    onLook(next.seat);
  };
  const listener: HallListener = {
    spot: show,
    whole: setWhole,
    toggle: props.toggle,
    places: props.onPlaces,
  };
  const hall = useHall(
    { canvas, probe, anchor, mini, frame },
    chart,
    store,
    scene,
    listener,
    filter,
    theme,
  );
  const toFloor = (next: number) => {
    if (next === floor) return true;
    onSpot(null);
    setFloor(next);
    return false;
  };
  const onFloor = (seat: number) => floorOf(seat) === floor;
  const cameTo = useShownAt(hall, shown, at, (seat) => toFloor(floorOf(seat)));
  const { toggle, say, onLeave } = props;
  const keys = useHallKeys({ hall, chart, store, plan, onFloor, spot, toggle, say, onLeave });
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
          aria-label={props.label}
          aria-roledescription={props.role}
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
          {props.hint}
        </p>
        <p aria-live="polite" className="sr-only">
          {props.spoken}
        </p>
        <div ref={anchor} className="group pointer-events-none absolute top-0 left-0 z-30">
          {props.children(byFinger)}
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
