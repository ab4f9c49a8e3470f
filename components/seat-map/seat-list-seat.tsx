'use client';

import { Accessibility, Check, EyeOff, UsersRound } from 'lucide-react';
import { cn } from '@/components/ui/class-names';
import { seatFlag } from '@/lib/events/seat-codes';
import { type SeatLook, seatLook } from './seat-store';
import type { SeatWords } from './use-seat-words';

const looks: Record<SeatLook, string> = {
  [seatLook.free]: 'border-control bg-paper text-ink hover:border-ink',
  [seatLook.held]: 'border-dashed border-line text-muted',
  [seatLook.sold]: 'border-transparent bg-sunken text-muted line-through',
  [seatLook.blocked]: 'border-transparent text-muted line-through',
  [seatLook.mine]: 'border-brass bg-brass text-brass-ink',
  [seatLook.choosing]: 'border-2 border-brass text-ink',
  [seatLook.returning]: 'border-brass bg-brass/40 text-ink',
};

/** One seat of the list. One that cannot be chosen keeps its place and says why. */
export function SeatListSeat({
  seat,
  label,
  look,
  flags,
  words,
  state,
  tabIndex,
  disabled,
  onFocus,
  onToggle,
}: {
  /** Its index: by it the list finds the way to it. */
  seat: number;
  label: string;
  look: SeatLook;
  flags: number;
  words: SeatWords;
  state: string;
  tabIndex: number;
  disabled: boolean;
  onFocus: () => void;
  onToggle: () => void;
}) {
  const mine = look === seatLook.mine || look === seatLook.choosing;
  const Sign =
    flags & seatFlag.accessible
      ? Accessibility
      : flags & seatFlag.companion
        ? UsersRound
        : flags & seatFlag.restrictedView
          ? EyeOff
          : null;
  return (
    <button
      type="button"
      data-seat={seat}
      tabIndex={tabIndex}
      aria-pressed={mine}
      aria-disabled={disabled}
      aria-label={[words.row, words.seat, words.sign, words.note, words.price, state]
        .filter(Boolean)
        .join(', ')}
      className={cn(
        'relative flex h-11 min-w-11 items-center justify-center gap-1 rounded-control border px-2 text-sm font-semibold tabular-nums transition-colors',
        disabled ? 'cursor-default' : 'cursor-pointer',
        looks[look],
      )}
      onFocus={onFocus}
      onClick={() => {
        if (!disabled) onToggle();
      }}
    >
      {look === seatLook.mine && (
        <Check aria-hidden className="absolute top-0.5 right-0.5 size-3.5" strokeWidth={3} />
      )}
      {Sign && <Sign aria-hidden className="size-3.5" />}
      {label}
    </button>
  );
}
