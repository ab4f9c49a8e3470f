'use client';

import type { ComponentProps } from 'react';
import { cn } from '@/components/ui/class-names';

/** A button that is pressed or not: one wish of the filter. */
export function FilterChip({
  pressed,
  className,
  ...props
}: ComponentProps<'button'> & { pressed: boolean }) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      className={cn(
        'flex min-h-8 max-w-full cursor-pointer flex-wrap items-center gap-x-1.5 rounded-full border px-3 py-1 text-left text-sm transition-colors',
        pressed
          ? 'border-ink bg-raised text-ink inset-ring-1 inset-ring-ink forced-colors:outline-2'
          : 'border-line text-muted hover:border-ink',
        className,
      )}
      {...props}
    />
  );
}
