import type { ReactNode } from 'react';
import { cn } from '@/components/ui/class-names';

type Props = {
  label: ReactNode;
  value: ReactNode;
  /** A second figure, or what the first is compared with. */
  note?: ReactNode;
  className?: string;
};

/** One figure that is read from across the room. Inside a `dl`. */
export function FigureTile({ label, value, note, className }: Props) {
  return (
    <div className={cn('rounded-card border border-line bg-raised px-4 py-3.5', className)}>
      <dt className="text-muted text-sm">{label}</dt>
      <dd className="mt-1 font-display text-3xl leading-tight tabular-nums">{value}</dd>
      {note && <dd className="mt-0.5 text-muted text-sm tabular-nums">{note}</dd>}
    </div>
  );
}
