'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { cn } from '@/components/ui/class-names';
import type { Chart } from './chart';
import { SeatListSeats } from './seat-list-seats';
import { type SeatLook, type SeatStore, seatLook } from './seat-store';
import { useRowLooks } from './use-row-looks';
import type { useSeatWords } from './use-seat-words';

/** A row of the list: how many of its seats are free, and, opened, the seats. */
export function SeatListRow({
  row,
  chart,
  store,
  words,
  canChoose,
  onToggle,
}: {
  row: number;
  chart: Chart;
  store: SeatStore;
  words: ReturnType<typeof useSeatWords>;
  canChoose: boolean;
  onToggle: (seatId: number) => void;
}) {
  const t = useTranslations('seatMap');
  const [open, setOpen] = useState(false);
  const bodyId = useId();
  const looks = Array.from(useRowLooks(chart, store, row), (digit) => Number(digit) as SeatLook);
  const free = looks.filter((look) => look === seatLook.free).length;
  const mine = looks.filter((look) => look >= seatLook.mine).length;
  return (
    <li className="border-line not-last:border-b">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? bodyId : undefined}
        className="flex min-h-11 w-full cursor-pointer items-center gap-3 px-4 text-left focus-visible:-outline-offset-3"
        onClick={() => setOpen(!open)}
      >
        <span className="grow font-semibold first-letter:uppercase">
          {words.rowName(chart.rows[row]!.name)}
        </span>
        {mine > 0 && <span className="text-sm font-semibold">{t('rowMine', { count: mine })}</span>}
        <span className="text-sm text-muted">{t('rowFree', { count: free })}</span>
        <ChevronDown
          aria-hidden
          className={cn('size-4 shrink-0 text-muted transition-transform', open && 'rotate-180')}
        />
      </button>
      {open && (
        <SeatListSeats
          id={bodyId}
          seats={chart.rows[row]!.seats}
          looks={looks}
          chart={chart}
          store={store}
          words={words}
          canChoose={canChoose}
          onToggle={onToggle}
        />
      )}
    </li>
  );
}
