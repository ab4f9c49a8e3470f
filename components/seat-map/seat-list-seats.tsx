'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import type { Chart } from './chart';
import { useSeatGuide, useSeatPreview } from './seat-guide';
import { SeatListSeat } from './seat-list-seat';
import type { SeatLook, SeatStore } from './seat-store';
import { useFocusedNews } from './use-focused-news';
import { headOf } from './use-list-keys';
import type { useSeatWords } from './use-seat-words';

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at, last) => Math.min(at + 1, last),
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** The seats of an open row: one stop of the Tab key, arrows between them, Escape to its head. */
export function SeatListSeats({
  id,
  label,
  seats,
  at,
  chart,
  store,
  words,
  canChoose,
  onLook,
  onToggle,
  say,
}: {
  id: string;
  label: string;
  seats: { seat: number; look: SeatLook }[];
  at: number | null;
  chart: Chart;
  store: SeatStore;
  words: ReturnType<typeof useSeatWords>;
  canChoose: boolean;
  onLook: (seat: number) => void;
  onToggle: (seatId: number) => void;
  say: (words: string) => void;
}) {
  const [last, setLast] = useState(seats[0]?.seat);
  const guide = useSeatGuide();
  const preview = useSeatPreview();
  const group = useRef<HTMLUListElement>(null);
  const indexOf = (seat: number | null | undefined) => seats.findIndex((one) => one.seat === seat);
  const stop = Math.max(0, indexOf(indexOf(at) < 0 ? last : at));
  useFocusedNews(group, seats[stop], (seat, look) => {
    const { row, seat: name } = words.seatWords(seat);
    const news = [row, name, words.stateName(look)].join(', ');
    say([news, guide.hint(seat, look)].filter(Boolean).join('. '));
  });
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = steps[event.key];
    if (event.key === 'Escape') headOf(event.currentTarget)?.focus();
    else if (step) {
      const next = step(stop, seats.length - 1);
      group.current?.querySelectorAll('button')[next]?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <ul
      id={id}
      ref={group}
      aria-label={label}
      className="flex flex-wrap gap-1.5 px-4 pt-1 pb-3"
      onKeyDown={onKeyDown}
    >
      {seats.map(({ seat, look }, index) => (
        <li key={seat}>
          <SeatListSeat
            seat={seat}
            label={chart.labels[seat]!}
            look={look}
            flags={chart.flags[seat]!}
            words={words.seatWords(seat)}
            state={words.stateName(look)}
            tabIndex={index === stop ? 0 : -1}
            hint={guide.hint(seat, look)}
            watched={guide.watched(seat, look) ?? false}
            previewed={preview.includes(seat)}
            disabled={!store.canToggle(seat, canChoose) && !guide.answers(seat, look)}
            onFocus={() => {
              setLast(seat);
              onLook(seat);
            }}
            onPoint={guide.look}
            onToggle={() => onToggle(store.idAt(seat))}
          />
        </li>
      ))}
    </ul>
  );
}
