import type { ReactNode } from 'react';
import { cn } from '@/components/ui/class-names';
import { inks } from './tones';

type Props = {
  /** What goes up and what goes down, said where it does. */
  up: ReactNode;
  down: ReactNode;
  open?: ReactNode;
  children: ReactNode;
};

/** A mirror chart with its two directions named beside them. */
export function ChartCard({ up, down, open, children }: Props) {
  return (
    <figure className="rounded-card border border-line bg-raised p-4 sm:p-5">
      <p className="mb-2 flex flex-wrap gap-x-4 pl-12 font-semibold text-sm tabular-nums">
        <span className={inks.sold}>
          <span aria-hidden>▲ </span>
          {up}
        </span>
        {open && <span className={cn('font-normal', inks.open)}>{open}</span>}
      </p>
      {children}
      <p className={cn('mt-1 pl-12 font-semibold text-sm tabular-nums', inks.lost)}>
        <span aria-hidden>▼ </span>
        {down}
      </p>
    </figure>
  );
}
