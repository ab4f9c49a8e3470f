import type { CSSProperties, ReactNode } from 'react';
import { cn } from '@/components/ui/class-names';

type Props = {
  label: ReactNode;
  value: ReactNode;
  /** A second figure, or what the first is compared with. */
  note?: ReactNode;
  className?: string;
};

/** About as wide as a figure's character is, of its height. */
const characterWide = 0.56;

/** As large as its tile has room for: a long figure is set smaller, and then in two lines, never cut. */
function sizeOf(value: ReactNode): CSSProperties | undefined {
  if (typeof value !== 'string') return undefined;
  const fitting = `${(100 / (value.length * characterWide)).toFixed(1)}cqi`;
  return { fontSize: `clamp(1.125rem, ${fitting}, 1.875rem)` };
}

/** One figure that is read from across the room. Inside a `dl`. */
export function FigureTile({ label, value, note, className }: Props) {
  return (
    <div
      className={cn('@container rounded-card border border-line bg-raised px-4 py-3.5', className)}
    >
      <dt className="text-muted text-sm">{label}</dt>
      <dd
        style={sizeOf(value)}
        className="wrap-anywhere mt-1 font-display text-3xl leading-tight tabular-nums"
      >
        {typeof value === 'string' ? value.replaceAll('\u00a0', ' ') : value}
      </dd>
      {note && <dd className="mt-0.5 text-muted text-sm tabular-nums">{note}</dd>}
    </div>
  );
}
