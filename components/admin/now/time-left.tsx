'use client';

import { cn } from '@/components/ui/class-names';
import { soonMs } from './figures';
import { faceOf } from './server-clock';
import { useServerSecond } from './use-now';

/** What is left until a moment of the server's clock, counting down. */
export function TimeLeft({ untilMs, className }: { untilMs: number; className?: string }) {
  const leftMs = untilMs - useServerSecond();
  return (
    <span
      data-slot="left"
      suppressHydrationWarning
      className={cn('tabular-nums', leftMs <= soonMs && 'font-semibold text-warn', className)}
    >
      {faceOf(leftMs)}
    </span>
  );
}
