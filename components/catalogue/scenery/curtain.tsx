import type { Scene } from '../scene';
import { lit, round, shaded } from './ink';

/** A curtain about to part, and the light that waits behind it. */
export function Curtain({ scene, glow }: { scene: Scene; glow: string }) {
  const folds = scene.count + 4;
  const gap = 56 + scene.light * 60;
  const width = (400 - gap) / 2 / folds;
  return (
    <>
      <rect width="400" height="300" style={{ fill: shaded(0.82) }} />
      <ellipse cx="200" cy="262" rx={gap + 60} ry="190" fill={`url(#${glow})`} />
      {[0, 1].map((side) => (
        <g key={side} transform={side === 1 ? 'translate(400 0) scale(-1 1)' : undefined}>
          {Array.from({ length: folds }, (_, n) => {
            const left = n * width;
            const hem = 286 - (n / folds) ** 2 * 26;
            const sway = width * 0.4 * (n / folds);
            const path = `M${round(left)} 0h${round(width + 0.6)}q${round(sway)} 150 0 ${round(hem)}q${round(-width / 2)} 9 ${round(-width - 0.6)} 0q${round(sway)} -150 0 ${round(-hem)}z`;
            return (
              <g key={path}>
                <path d={path} style={{ fill: n % 2 === 0 ? shaded(0.08) : shaded(0.32) }} />
                <path
                  d={`M${round(left + width * 0.7)} 0q${round(sway)} 150 0 ${round(hem)}`}
                  fill="none"
                  strokeWidth="1.5"
                  style={{ stroke: n % 2 === 0 ? lit(0.18) : shaded(0.55) }}
                />
              </g>
            );
          })}
        </g>
      ))}
      <path
        d={`M0 0h400v22${Array.from({ length: 8 }, () => 'q-25 34 -50 0').join('')}z`}
        style={{ fill: shaded(0.22) }}
      />
      <path
        d={`M400 24${Array.from({ length: 8 }, () => 'q-25 34 -50 0').join('')}`}
        fill="none"
        stroke="var(--color-gilt)"
        strokeWidth="2.5"
      />
    </>
  );
}
