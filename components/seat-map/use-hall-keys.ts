'use client';

import { useTranslations } from 'next-intl';
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { Chart } from './chart';
import type { HallEngine, Spot } from './hall-engine';
import { firstSeat, meaningOf } from './hall-keys';
import type { VenuePlan } from './plan';
import type { SeatStore } from './seat-store';

/** The keyboard on the map, as the canvas's props: it comes to the seat last looked at, and walks. */
export function useHallKeys({
  hall,
  chart,
  store,
  plan,
  onFloor,
  spot,
  toggle,
  say,
  onLeave,
}: {
  hall: RefObject<HallEngine | null>;
  chart: Chart;
  store: SeatStore;
  plan: VenuePlan;
  /** Whether a seat is on the floor on show. */
  onFloor: (seat: number) => boolean;
  spot: Spot | null;
  toggle: (seat: number) => void;
  say: (words: string) => void;
  onLeave: () => void;
}) {
  const t = useTranslations('seatMap');
  const last = useRef(-1);
  useEffect(() => {
    if (spot?.kind === 'seat') last.current = spot.seat;
  }, [spot]);
  // Another map's seats have other indices.
  useEffect(() => {
    last.current = Math.min(last.current, chart.size - 1);
  }, [chart]);

  const begin = () => {
    const seat =
      last.current >= 0 && onFloor(last.current) ? last.current : firstSeat(chart, store, plan);
    if (seat >= 0) hall.current?.look(seat);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || chart.size === 0) return;
    const looking = spot?.kind === 'seat' && spot.held;
    const meaning = meaningOf(event.key, chart, Math.max(last.current, 0));
    if (!meaning || !hall.current) return;
    event.preventDefault();
    if (meaning.kind === 'zoom') meaning.by(hall.current.camera);
    else if (meaning.kind === 'leave') onLeave();
    else if (!looking) begin();
    else if (meaning.kind === 'look') hall.current.look(meaning.seat);
    else if (meaning.kind === 'edge') say(t('edge'));
    else toggle(spot.seat);
  };

  const onFocus = (event: FocusEvent) => {
    if (event.currentTarget.matches(':focus-visible')) begin();
  };
  // A surface walked by arrow keys must receive them all: what the role "application" is for.
  return { role: 'application', tabIndex: 0, onKeyDown, onFocus } as const;
}
