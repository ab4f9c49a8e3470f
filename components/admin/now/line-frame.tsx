'use client';

import type { ComponentProps } from 'react';
import { cn } from '@/components/ui/class-names';
import { lineHeight } from './grid-columns';
import { GridRow } from './grid-parts';

/** Where a line stands, and whether it is the one that the keyboard is at. */
export type LinePlace = { lineKey: string; index: number; topPx: number; active: boolean };

/** A row of the table: one stop for the keyboard among all, and its place in the whole for screen readers. */
export function LineFrame({
  lineKey,
  index,
  topPx,
  active,
  level,
  className,
  ...props
}: LinePlace & { level: 1 | 2 } & ComponentProps<'tr'>) {
  return (
    <GridRow
      data-key={lineKey}
      aria-rowindex={index + 2}
      aria-level={level}
      tabIndex={active ? 0 : -1}
      className={cn('absolute inset-x-0 top-0 -outline-offset-2', className)}
      style={{ height: lineHeight, transform: `translateY(${topPx}px)` }}
      {...props}
    />
  );
}
