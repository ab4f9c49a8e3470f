import type { Scene } from '../scene';
import { lit, round, shaded } from './ink';

/** Arch within arch, from the foyer to the stage. */
export function Arches({ scene, glow }: { scene: Scene; glow: string }) {
  const arches = scene.count;
  const centre = 150 + scene.light * 100;
  return (
    <>
      <rect width="400" height="300" style={{ fill: shaded(0.12) }} />
      {Array.from({ length: arches }, (_, n) => {
        const depth = (n + 1) / arches;
        const half = 190 - depth * 138;
        const spring = 128 + depth * 62;
        const x = 200 + (centre - 200) * depth;
        const path = `M${round(x - half)} 300V${round(spring)}a${round(half)} ${round(half * 0.92)} 0 0 1 ${round(half * 2)} 0V300z`;
        return (
          <path
            key={path}
            d={path}
            strokeWidth={n === arches - 1 ? 2.5 : 1.25}
            style={{
              fill: n === arches - 1 ? lit(0.72) : shaded(0.12 + depth * 0.7),
              stroke: n === arches - 1 ? 'var(--color-gilt)' : lit(0.22),
            }}
          />
        );
      })}
      <ellipse cx={round(centre)} cy="238" rx="120" ry="90" fill={`url(#${glow})`} />
      <path d="M0 284h400v16H0z" style={{ fill: shaded(0.9) }} />
    </>
  );
}
