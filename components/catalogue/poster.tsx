import { type CSSProperties, useId } from 'react';
import { cn } from '@/components/ui/class-names';
import { sceneOf } from './scene';
import { Arches } from './scenery/arches';
import { Curtain } from './scenery/curtain';
import { Lights } from './scenery/lights';
import { Rows } from './scenery/rows';

const motifs = { curtain: Curtain, arches: Arches, lights: Lights, rows: Rows } as const;

/**
 * A poster for a production that sent none: drawn from its name, so that it is always the same.
 * @param colour the organizer's own, `#rrggbb`; the house's velvet without one.
 */
export function Poster({
  seed,
  colour,
  className,
}: {
  seed: string;
  colour?: string | null;
  className?: string;
}) {
  const scene = sceneOf(seed);
  const glow = useId();
  const Motif = motifs[scene.motif];
  return (
    <svg
      viewBox="0 0 400 300"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      focusable="false"
      className={cn('block size-full', className)}
      style={(colour ? { '--color-scenery': colour } : {}) as CSSProperties}
    >
      <defs>
        <radialGradient id={glow}>
          <stop offset="0" stopColor="var(--color-limelight)" stopOpacity=".85" />
          <stop offset=".45" stopColor="var(--color-limelight)" stopOpacity=".28" />
          <stop offset="1" stopColor="var(--color-limelight)" stopOpacity="0" />
        </radialGradient>
      </defs>
      <g transform={scene.mirrored ? 'translate(400 0) scale(-1 1)' : undefined}>
        <Motif scene={scene} glow={glow} />
      </g>
    </svg>
  );
}
