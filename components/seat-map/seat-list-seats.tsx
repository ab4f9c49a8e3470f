'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Chart } from './chart';
import { SeatListSeat } from './seat-list-seat';
import type { SeatLook, SeatStore } from './seat-store';
import type { useSeatWords } from './use-seat-words';

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** The seats of an open row: one stop of the Tab key, arrows between them. */
export function SeatListSeats({
  id,
  seats,
  looks,
  chart,
  store,
  words,
  canChoose,
  onToggle,
}: {
  id: string;
  seats: Int32Array;
  looks: SeatLook[];
  chart: Chart;
  store: SeatStore;
  words: ReturnType<typeof useSeatWords>;
  canChoose: boolean;
  onToggle: (seatId: number) => void;
}) {
  const t = useTranslations('seatMap');
  const [stop, setStop] = useState(0);
  const group = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = step(stop, seats.length - 1);
    setStop(next);
    group.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <ul
      id={id}
      ref={group}
      aria-label={t('seats')}
      className="flex flex-wrap gap-1.5 px-4 pt-1 pb-3"
      onKeyDown={onKeyDown}
    >
      {Array.from(seats, (seat, at) => (
        <li key={seat}>
          <SeatListSeat
            label={chart.labels[seat]!}
            look={looks[at]!}
            flags={chart.flags[seat]!}
            words={words.seatWords(seat)}
            state={words.stateName(looks[at]!)}
            tabIndex={at === stop ? 0 : -1}
            disabled={!store.canToggle(seat, canChoose)}
            onFocus={() => setStop(at)}
            onToggle={() => onToggle(store.idAt(seat))}
          />
        </li>
      ))}
    </ul>
  );
}
