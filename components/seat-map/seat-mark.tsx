import { cn } from '@/components/ui/class-names';
import { type SeatLook, seatLook } from './seat-store';

const tierFill = [
  'text-tier-0',
  'text-tier-1',
  'text-tier-2',
  'text-tier-3',
  'text-tier-4',
  'text-tier-5',
] as const;

/**
 * A seat as the map draws it, for legends and lists. `square`: an accessible or companion place;
 * `restricted`: one with a restricted view.
 */
export function SeatMark({
  look,
  tier = 0,
  square = false,
  restricted = false,
  className,
}: {
  look: SeatLook;
  tier?: number;
  square?: boolean;
  restricted?: boolean;
  className?: string;
}) {
  const hue =
    look >= seatLook.mine
      ? 'text-brass forced-colors:text-[Highlight]'
      : look === seatLook.sold
        ? 'text-seat-sold forced-colors:text-[GrayText]'
        : look === seatLook.blocked
          ? 'text-seat-gap'
          : tierFill[tier];
  return (
    <svg
      aria-hidden
      viewBox="0 0 20 20"
      className={cn(
        'inline-block size-5 shrink-0 forced-color-adjust-none forced-colors:text-[CanvasText]',
        hue,
        className,
      )}
      fill="currentColor"
      stroke="none"
    >
      <Shape look={look} square={square} restricted={restricted} />
    </svg>
  );
}

function Shape({
  look,
  square,
  restricted,
}: {
  look: SeatLook;
  square: boolean;
  restricted: boolean;
}) {
  if (look === seatLook.sold) return <circle cx="10" cy="10" r="3.4" />;
  if (look === seatLook.blocked) return <circle cx="10" cy="10" r="2.2" />;
  if (look === seatLook.held) {
    return (
      <circle
        cx="10"
        cy="10"
        r="6.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        opacity="0.6"
      />
    );
  }
  if (look === seatLook.choosing) {
    return (
      <>
        <circle cx="10" cy="10" r="7.8" fill="none" stroke="currentColor" strokeWidth="2.2" />
        <circle cx="10" cy="10" r="4.2" />
      </>
    );
  }
  if (look === seatLook.free && restricted) {
    return <path d="M3.61 7.14A7 7 0 1 0 16.39 7.14Z" />;
  }
  if (look === seatLook.free) {
    return square ? (
      <>
        <rect x="1.5" y="1.5" width="17" height="17" rx="4.5" />
        <g
          className="fill-none stroke-paper forced-colors:stroke-[Canvas]"
          strokeWidth="1.4"
          strokeLinecap="round"
        >
          <circle cx="9" cy="5.3" r="0.8" />
          <path d="M9 7.6l.2 3.6h3.4l1.5 3.6M7.2 10a3.4 3.4 0 1 0 4.4 4.6" />
        </g>
      </>
    ) : (
      <circle cx="10" cy="10" r="7" />
    );
  }
  return (
    <g opacity={look === seatLook.returning ? 0.5 : 1}>
      <circle cx="10" cy="10" r="9" />
      <path
        d="m6.2 10.4 2.8 2.8 5-6.2"
        fill="none"
        className="stroke-brass-ink forced-colors:stroke-[HighlightText]"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </g>
  );
}
