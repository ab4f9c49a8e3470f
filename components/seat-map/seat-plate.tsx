'use client';

import { Accessibility, Bell, BellRing, Check, EyeOff, UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { SeatMark } from './seat-mark';
import { type SeatLook, seatLook } from './seat-store';
import type { SeatWords } from './use-seat-words';
import type { ZoneTexts } from './use-zone-words';

const plate =
  'w-60 rounded-card border border-line bg-raised p-3.5 text-left text-sm text-ink shadow-lift motion-safe:animate-appear';

/** What a seat is, before it is chosen. With `onToggle` (for fingers) it carries the button. */
export function SeatPlate({
  words,
  look,
  tier,
  state,
  hint,
  watched,
  onToggle,
}: {
  words: SeatWords;
  look: SeatLook;
  tier: number;
  state: string;
  /** What is to be known before the click. */
  hint: string | null;
  /** See `SeatGuide`. */
  watched: boolean | null;
  onToggle?: () => void;
}) {
  const t = useTranslations('seatMap');
  const mine = look === seatLook.mine || look === seatLook.returning;
  const open = look === seatLook.free || look >= seatLook.mine;
  return (
    <div data-slot="seat-plate" className={plate}>
      <div className="flex items-baseline justify-between gap-3 text-muted">
        <p>{words.zone}</p>
        <p className="font-semibold text-ink tabular-nums">{words.price}</p>
      </div>
      <p className="mt-0.5 font-display text-lg leading-snug first-letter:uppercase">
        {words.row} · {words.seat}
      </p>
      {words.sign && (
        <p className="mt-1.5 flex items-center gap-1.5">
          {words.sign === t('sign.accessible') ? (
            <Accessibility aria-hidden className="size-4" />
          ) : (
            <UsersRound aria-hidden className="size-4" />
          )}
          {words.sign}
        </p>
      )}
      {words.note && (
        <p className="mt-1.5 flex items-center gap-1.5">
          <EyeOff aria-hidden className="size-4" />
          {words.note}
        </p>
      )}
      <p className={cn('mt-1.5 flex items-center gap-1.5', open ? 'text-ink' : 'text-muted')}>
        <SeatMark look={look} tier={tier} className="size-4" />
        <span className="inline-block first-letter:uppercase">{state}</span>
      </p>
      {hint && (
        <p data-slot="seat-hint" className="mt-1.5 font-semibold text-ink leading-snug">
          {hint}
        </p>
      )}
      {onToggle && watched !== null && (
        <Button
          className="pointer-events-auto mt-3 w-full"
          variant="secondary"
          aria-pressed={watched}
          onClick={onToggle}
        >
          {watched ? <BellRing aria-hidden /> : <Bell aria-hidden />}
          {t('watch')}
        </Button>
      )}
      {onToggle && watched === null && (
        <Button
          className="pointer-events-auto mt-3 w-full"
          variant={mine ? 'secondary' : 'primary'}
          onClick={onToggle}
        >
          {!mine && <Check aria-hidden />}
          {mine ? t('giveBack') : t('choose')}
        </Button>
      )}
    </div>
  );
}

/** What a zone offers, where its seats are too small to be told apart. */
export function ZonePlate({ texts, hint }: { texts: ZoneTexts; hint: string }) {
  return (
    <div data-slot="zone-plate" className={plate}>
      <div className="flex items-baseline justify-between gap-3">
        <p className="font-display text-lg leading-snug">{texts.title}</p>
        <p className="font-semibold tabular-nums">{texts.price}</p>
      </div>
      <p className="mt-0.5 text-muted first-letter:uppercase">{texts.supply}</p>
      <p className="mt-1.5 text-muted">{hint}</p>
    </div>
  );
}
