'use client';

import { useEffect, useMemo, useState } from 'react';
import type { SeatStore } from '@/components/seat-map/seat-store';
import { Reel } from '@/lib/heat/reel';
import type { ReplayBody } from '@/lib/heat/schema';
import { fetchReplay, type HallAddress, type ReplayAsked } from './heat-wire';
import { type Asked, useAsked } from './use-asked';

/** Frames a second. */
export const speeds = [2, 6, 20] as const;
export type Speed = (typeof speeds)[number];

export type Replay = {
  asked: Asked<ReplayBody>;
  reel: Reel | null;
  range: Omit<ReplayAsked, keyof HallAddress>;
  setRange: (range: Omit<ReplayAsked, keyof HallAddress>) => void;
  frame: number;
  goTo: (frame: number) => void;
  playing: boolean;
  setPlaying: (playing: boolean) => void;
  speed: Speed;
  setSpeed: (speed: Speed) => void;
};

/** The on-sale again: asked for once it is wanted, wound by hand or by the clock. */
export function useReplay(
  { tenant, eventId }: HallAddress,
  store: SeatStore | null,
  wanted: boolean,
): Replay {
  const [range, setRange] = useState<Replay['range']>({ from: 'first', minutes: null });
  const question = useMemo(
    () => (wanted ? { tenant, eventId, ...range } : null),
    [wanted, tenant, eventId, range],
  );
  const asked = useAsked(question, fetchReplay);
  const { data } = asked;
  const reel = useMemo(
    () => (data && store ? new Reel(data, (id) => store.indexOf(id), store.size) : null),
    [data, store],
  );
  const [at, setAt] = useState({ reel, frame: 0 });
  const last = Math.max((reel?.frames ?? 0) - 1, 0);
  const frame = at.reel === reel ? Math.min(at.frame, last) : 0;
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(6);
  const running = playing && wanted && reel !== null;
  useEffect(() => {
    if (!running) return;
    const step = () =>
      setAt((now) => {
        const next = (now.reel === reel ? now.frame : 0) + 1;
        if (next >= last) setPlaying(false);
        return { reel, frame: Math.min(next, last) };
      });
    const timer = setInterval(step, 1000 / speed);
    return () => clearInterval(timer);
  }, [running, reel, last, speed]);
  return {
    asked,
    reel,
    range,
    setRange,
    frame,
    goTo: (next) => setAt({ reel, frame: Math.min(Math.max(next, 0), last) }),
    playing: running,
    setPlaying: (play) => {
      if (play && frame >= last) setAt({ reel, frame: 0 });
      setPlaying(play);
    },
    speed,
    setSpeed,
  };
}
