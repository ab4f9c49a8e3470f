import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './class-names';

/** The platform's own choice of one: a wheel on a phone, found by its first letters elsewhere. */
export function Select({ className, ...props }: ComponentProps<'select'>) {
  return (
    <span className="relative grid min-w-0">
      <select
        data-slot="select"
        className={cn(
          'min-h-11 w-full min-w-0 cursor-pointer appearance-none text-ellipsis rounded-control border border-control bg-raised py-2 pr-10 pl-3.5 text-base text-ink transition-colors duration-fast hover:border-ink',
          className,
        )}
        {...props}
      />
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-5 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
