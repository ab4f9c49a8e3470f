'use client';

import { Accessibility, BellRing, Check, EyeOff, UsersRound } from 'lucide-react';
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
  hint,
  watched,
  previewed,
  tabIndex,
  disabled,
  onFocus,
  onPoint,
  onToggle,
}: {
  /** Its index: by it the list finds the way to it. */
  seat: number;
  label: string;
  look: SeatLook;
  flags: number;
  words: SeatWords;
  state: string;
  /** What is to be known before the click. */
  hint: string | null;
  watched: boolean;
  /** Among those that a click would take together. */
  previewed: boolean;
  tabIndex: number;
  disabled: boolean;
  onFocus: () => void;
  /** The pointer or the focus came to it, or left. */
  onPoint: (seat: number | null) => void;
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
      aria-pressed={mine || watched}
      aria-description={hint ?? undefined}
      aria-disabled={disabled}
      aria-label={[words.row, words.seat, words.sign, words.note, words.price, state]
        .filter(Boolean)
        .join(', ')}
      className={cn(
        'relative flex h-11 min-w-11 items-center justify-center gap-1 rounded-control border px-2 text-sm font-semibold tabular-nums transition-colors',
        disabled ? 'cursor-default' : 'cursor-pointer',
        looks[look],
        previewed && 'border-ink outline-2 outline-ink',
      )}
      onFocus={() => {
        onFocus();
        onPoint(seat);
      }}
      onBlur={() => onPoint(null)}
      onPointerEnter={() => onPoint(seat)}
      onPointerLeave={() => onPoint(null)}
      onClick={() => {
        if (!disabled) onToggle();
      }}
    >
      {look === seatLook.mine && (
        <Check aria-hidden className="absolute top-0.5 right-0.5 size-3.5" strokeWidth={3} />
      )}
      {watched && <BellRing aria-hidden className="absolute top-0.5 right-0.5 size-3.5 text-ink" />}
      {Sign && <Sign aria-hidden className="size-3.5" />}
      {label}
    </button>
  );
}
