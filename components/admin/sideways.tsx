'use client';

import type { ReactNode } from 'react';
import { cn } from '@/components/ui/class-names';
import { stripEdges, useStrip } from './use-strip';

/** What scrolls is reachable by keyboard in every browser (WCAG 2.1.1). */
const reachable = { tabIndex: 0 };

/** A card whose content scrolls sideways, and fades on the sides where it goes on. */
export function Sideways({ label, children }: { label: string; children: ReactNode }) {
  const { strip, more } = useStrip<HTMLElement>();
  return (
    // The outline is the card's: what fades would fade it too.
    <div className="min-w-0 rounded-card border border-line bg-raised outline-accent outline-offset-2 has-[>:focus-visible]:outline-2">
      <section
        ref={strip}
        aria-label={label}
        data-before={more.before || undefined}
        data-after={more.after || undefined}
        className={cn(stripEdges, 'relative overflow-x-auto rounded-card outline-none')}
        {...reachable}
      >
        {children}
      </section>
    </div>
  );
}
