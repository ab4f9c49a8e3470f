'use client';

import type { RefObject } from 'react';
import { cn } from '@/components/ui/class-names';
import type { VenuePlan } from './plan';

/**
 * Where in a large hall the window is; the engine draws it and hears its pointer. The keyboard and
 * a screen reader go from section to section without it.
 */
export function MiniMapView({
  canvas,
  frame,
  plan,
  shown,
}: {
  canvas: RefObject<HTMLCanvasElement | null>;
  frame: RefObject<HTMLDivElement | null>;
  plan: VenuePlan;
  shown: boolean;
}) {
  const [left, top, right, bottom] = plan.bounds;
  return (
    <div
      aria-hidden
      data-slot="mini-map"
      className={cn(
        'absolute bottom-3 left-3 w-24 overflow-hidden rounded-control border border-line bg-sunken shadow-lift transition-opacity sm:w-36',
        shown ? 'opacity-100' : 'invisible opacity-0',
      )}
      style={{ aspectRatio: `${right - left} / ${bottom - top}` }}
    >
      <canvas ref={canvas} className="block size-full cursor-pointer touch-none" />
      <div
        ref={frame}
        className="pointer-events-none absolute rounded-[3px] border-2 border-ink outline-1 outline-paper"
      />
    </div>
  );
}
