'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { cn } from '@/components/ui/class-names';
import type { Chart } from './chart';
import { flagsMatch, noFilter } from './seat-filter';
import { SeatListSeats } from './seat-list-seats';
import { type SeatLook, type SeatStore, seatLook } from './seat-store';
import { useRowLooks } from './use-row-looks';
import type { useSeatWords } from './use-seat-words';

export type SeatListRowProps = {
  row: number;
  open: boolean;
  /** Only places for wheelchairs and companions are asked for. */
  accessible: boolean;
  /** Index of the seat last looked at, in any row. */
  at: number | null;
  chart: Chart;
  store: SeatStore;
  words: ReturnType<typeof useSeatWords>;
  canChoose: boolean;
  onRow: (row: number) => void;
  onLook: (seat: number) => void;
  onToggle: (seatId: number) => void;
  /** Reads something out that nothing in sight says. */
  say: (words: string) => void;
};

/** A row of the list: how many of its seats are free, and, opened, the seats. */
export function SeatListRow({ row, open, accessible, onRow, ...rest }: SeatListRowProps) {
  const t = useTranslations('seatMap');
  const bodyId = useId();
  const { chart, store, words } = rest;
  const digits = useRowLooks(chart, store, row);
  const seats = Array.from(chart.rows[row]!.seats, (seat, i) => ({
    seat,
    look: Number(digits[i]) as SeatLook,
  })).filter(({ seat }) => flagsMatch({ ...noFilter, accessible }, chart.flags[seat]!));
  const free = seats.filter(({ look }) => look === seatLook.free).length;
  const mine = seats.filter(({ look }) => look >= seatLook.mine).length;
  return (
    <li className="border-line not-last:border-b">
      <h4>
        <button
          type="button"
          data-head={`row-${row}`}
          aria-expanded={open}
          aria-controls={open ? bodyId : undefined}
          className="flex min-h-11 w-full cursor-pointer items-center gap-3 px-4 text-left focus-visible:-outline-offset-3"
          onClick={() => onRow(row)}
        >
          <span className="grow font-semibold first-letter:uppercase">
            {words.rowName(chart.rows[row]!.name)}
          </span>
          {mine > 0 && (
            <span className="text-sm font-semibold">{t('rowMine', { count: mine })}</span>
          )}
          <span className="text-sm text-muted">{t('rowFree', { count: free })}</span>
          <ChevronDown
            aria-hidden
            className={cn('size-4 shrink-0 text-muted transition-transform', open && 'rotate-180')}
          />
        </button>
      </h4>
      {open && (
        <SeatListSeats
          id={bodyId}
          label={words.rowName(chart.rows[row]!.name)}
          seats={seats}
          {...rest}
        />
      )}
    </li>
  );
}
