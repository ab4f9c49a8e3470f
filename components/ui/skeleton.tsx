import type { ComponentProps } from 'react';
import { cn } from './class-names';

/** A quiet shape where something is about to be. Give it the size of what comes. */
export function Skeleton({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      data-slot="skeleton"
      aria-hidden
      className={cn('rounded-control bg-sunken motion-safe:animate-breathe', className)}
      {...props}
    />
  );
}
