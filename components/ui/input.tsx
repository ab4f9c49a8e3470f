import type { ComponentProps } from 'react';
import { cn } from './class-names';

/** A text box, 44 px high, in the 16 px that keep a phone from zooming in on focus. */
export function Input({ className, ...props }: ComponentProps<'input'>) {
  return (
    <input
      data-slot="input"
      className={cn(
        'min-h-11 w-full rounded-control border border-control bg-raised px-3.5 py-2 text-base text-ink placeholder:text-muted',
        'transition-colors duration-fast hover:border-ink aria-invalid:border-danger aria-invalid:border-2 disabled:opacity-60',
        className,
      )}
      {...props}
    />
  );
}
