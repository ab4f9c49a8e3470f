'use client';

import { Popover as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './class-names';

export const Popover = Radix.Root;
export const PopoverTrigger = Radix.Trigger;
export const PopoverAnchor = Radix.Anchor;
export const PopoverClose = Radix.Close;

/** A small card beside what it speaks of. */
export function PopoverContent({
  className,
  sideOffset = 8,
  ...props
}: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        data-slot="popover"
        sideOffset={sideOffset}
        collisionPadding={12}
        className={cn(
          'z-40 w-64 max-w-[calc(100vw-1.5rem)] rounded-card border border-line bg-raised p-4 text-ink shadow-lift',
          'motion-safe:data-[state=open]:animate-appear',
          className,
        )}
        {...props}
      />
    </Radix.Portal>
  );
}
