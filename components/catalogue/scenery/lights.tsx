import type { Scene } from '../scene';
import { lit, round, shaded } from './ink';

/** Beams from the rig, crossing over an empty stage. */
export function Lights({ scene, glow }: { scene: Scene; glow: string }) {
  const beams = scene.count;
  const target = 120 + scene.light * 160;
  return (
    <>
      <rect width="400" height="300" style={{ fill: shaded(0.66) }} />
      <ellipse cx={round(target)} cy="268" rx="210" ry="64" fill={`url(#${glow})`} />
      {Array.from({ length: beams }, (_, n) => {
        const from = 24 + (n * 352) / (beams - 1);
        const spread = 30 + (n % 3) * 14;
        const to = target + (200 - from) * 0.42;
        return (
          <path
            key={from}
            d={`M${round(from - 5)} 34L${round(to - spread)} 268a${round(spread)} 9 0 0 0 ${round(spread * 2)} 0L${round(from + 5)} 34z`}
            opacity={0.16 + (n % 2) * 0.14}
            style={{ fill: n % 2 === 0 ? 'var(--color-limelight)' : lit(0.3) }}
          />
        );
      })}
      <path d="M0 28h400M0 14h400" strokeWidth="2" style={{ stroke: shaded(0.95) }} />
      {Array.from({ length: beams }, (_, n) => {
        const x = 24 + (n * 352) / (beams - 1);
        return (
          <g key={x}>
            <path d={`M${round(x - 9)} 16h18l-4 19h-10z`} style={{ fill: shaded(0.95) }} />
            <ellipse cx={round(x)} cy="35.5" rx="5.5" ry="2.5" fill="var(--color-limelight)" />
          </g>
        );
      })}
      <path d="M0 286h400v14H0z" style={{ fill: shaded(0.92) }} />
    </>
  );
}
