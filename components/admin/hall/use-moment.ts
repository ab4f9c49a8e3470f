'use client';

import { useEffect, useRef, useState } from 'react';
import type { SeatStore } from '@/components/seat-map/seat-store';
import type { ZoneMoment } from '@/lib/heat/reel';
import type { HeatData } from './heat-data';
import type { HeatStore } from './heat-store';
import { type HeatScale, isHeat, type Layer } from './layers';
import type { Replay } from './use-replay';

/** Seats change many times a second; figures are read at this pace. */
const figuresEveryMs = 400;

/** The hall as it is to be counted; another object whenever it may count differently. */
export type Moment = {
  /** One of `seatState` a seat; written in place. */
  states: Uint8Array;
  /** Of general zones; null: as the live stream has them. */
  zones: ReadonlyMap<number, ZoneMoment> | null;
};

/**
 * Has the map show what its layer shows, as it changes.
 * @returns the moment that it shows; while it shows shades, the last one before
 */
export function useMoment(
  store: HeatStore,
  live: SeatStore,
  layer: Layer,
  { data, scale }: { data: HeatData | null; scale: HeatScale | null },
  { reel, frame }: Pick<Replay, 'reel' | 'frame'>,
): Moment {
  const [moment, setMoment] = useState<Moment>({ states: live.states, zones: null });
  const rolling = useRef<typeof reel>(null);

  useEffect(() => {
    if (layer !== 'live') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      timer = undefined;
      setMoment({ states: live.states, zones: null });
    };
    store.showMoment(live.states, live.states, null);
    read();
    const end = live.subscribe((changed) => {
      store.showMoment(live.states, live.states, changed);
      timer ??= setTimeout(read, figuresEveryMs);
    });
    return () => {
      end();
      clearTimeout(timer);
    };
  }, [store, live, layer]);

  useEffect(() => {
    if (isHeat(layer) && data && scale) store.showHeat(layer, data, scale, live.states);
  }, [store, live, layer, data, scale]);

  useEffect(() => {
    if (layer !== 'replay' || !reel) {
      rolling.current = null;
      return;
    }
    const changed = reel.seek(frame);
    store.showMoment(reel.states, live.states, rolling.current === reel ? changed : null);
    rolling.current = reel;
    setMoment({ states: reel.states, zones: reel.zones() });
  }, [store, live, layer, reel, frame]);
  return moment;
}
