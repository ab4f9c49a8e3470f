import type { Scene } from '../scene';
import { lit, round, shaded } from './ink';

/** The stalls from the stage: every seat in the dark but one. */
export function Rows({ scene, glow }: { scene: Scene; glow: string }) {
  const rows = scene.count + 1;
  const chosen = { row: Math.max(1, rows - 3), place: scene.light };
  return (
    <>
      <rect width="400" height="300" style={{ fill: shaded(0.78) }} />
      <ellipse cx="200" cy="-10" rx="260" ry="170" fill={`url(#${glow})`} opacity=".8" />
      {Array.from({ length: rows }, (_, row) => {
        const near = (row + 1) / rows;
        const size = 11 + near * 25;
        const seats = Math.ceil(470 / (size * 1.24));
        const y = 70 + near ** 1.35 * 222;
        const yours = Math.round((seats - 1) * (0.3 + chosen.place * 0.4));
        return (
          <g key={y}>
            {Array.from({ length: seats }, (_, seat) => {
              const x = 200 + (seat - (seats - 1) / 2) * size * 1.24;
              const rise = ((x - 200) / 200) ** 2 * 20;
              const mine = row === chosen.row && seat === yours;
              return (
                <path
                  key={x}
                  d={`M${round(x - size / 2)} ${round(y - rise)}v${round(-size * 0.62)}a${round(size / 2)} ${round(size / 2)} 0 0 1 ${round(size)} 0v${round(size * 0.62)}z`}
                  strokeWidth="1"
                  style={{
                    fill: mine ? 'var(--color-gilt)' : shaded(0.06 + (1 - near) * 0.62),
                    stroke: mine ? 'var(--color-limelight)' : lit(0.1 * near),
                  }}
                />
              );
            })}
          </g>
        );
      })}
    </>
  );
}
