import { cn } from '@/components/ui/class-names';
import { niceTop } from './scale';
import { fills, type Tone } from './tones';

export type Column = {
  key: string;
  /** Under the column, where there is room for it. */
  tick: string;
  /** What the pointer is told; the table beside the chart says it to everybody. */
  title: string;
  up: Partial<Record<Tone, number>>;
  down: Partial<Record<Tone, number>>;
};

type Props = {
  /** What it shows and what is to be seen in it, in a sentence. */
  label: string;
  columns: Column[];
  /** Writes a value of the axis. */
  format: (value: number) => string;
};

const gap = 0.14;
const tones = ['sold', 'open', 'lost'] as const satisfies Tone[];
const sum = (parts: Column['up']) => tones.reduce((total, tone) => total + (parts[tone] ?? 0), 0);

/**
 * Two directions from one line: what was gained above it, what was lost under it, to one scale.
 * Shapes stretch with the page; letters do not.
 */
export function MirrorColumns({ label, columns, format }: Props) {
  const top = niceTop(Math.max(0, ...columns.map(({ up }) => sum(up))));
  const bottom = niceTop(Math.max(0, ...columns.map(({ down }) => sum(down))));
  const height = top + bottom;
  // A line too close to the middle one has no room for its figure.
  const lines = [top, 0, -bottom].filter((v) => v === 0 || Math.abs(v) > height / 12);
  return (
    <div role="img" aria-label={label} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
      <div className="relative w-10 text-right text-muted text-xs tabular-nums">
        {lines.map((value) => (
          <span
            key={value}
            className="absolute right-0 -translate-y-1/2"
            style={{ top: `${((top - value) / height) * 100}%` }}
          >
            {format(Math.abs(value))}
          </span>
        ))}
      </div>
      <div className="relative h-52 sm:h-60">
        {lines.map((value) => (
          <span
            key={value}
            className={cn(
              'absolute inset-x-0 border-t',
              value === 0 ? 'border-control' : 'border-line/70 border-dashed',
            )}
            style={{ top: `${((top - value) / height) * 100}%` }}
          />
        ))}
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${columns.length} ${height}`}
          preserveAspectRatio="none"
          className="absolute inset-0 size-full"
        >
          {columns.map((column, i) => (
            <g key={column.key}>
              <title>{column.title}</title>
              <rect x={i} y={0} width={1} height={height} fill="transparent" />
              <Stack x={i} base={top} parts={column.up} direction={-1} />
              <Stack x={i} base={top} parts={column.down} direction={1} />
            </g>
          ))}
        </svg>
      </div>
      <Ticks ticks={columns.map(({ key, tick }) => ({ key, tick }))} />
    </div>
  );
}

type StackProps = { x: number; base: number; parts: Column['up']; direction: 1 | -1 };

function Stack({ x, base, parts, direction }: StackProps) {
  let at = base;
  return tones.map((tone) => {
    const size = parts[tone] ?? 0;
    const y = direction === -1 ? at - size : at;
    at += direction * size;
    if (size === 0) return null;
    return (
      <rect
        key={tone}
        x={x + gap / 2}
        y={y}
        width={1 - gap}
        height={size}
        className={fills[tone]}
      />
    );
  });
}

/** At most eight; every second one is left out on a phone. */
function Ticks({ ticks }: { ticks: { key: string; tick: string }[] }) {
  const step = Math.max(1, Math.ceil(ticks.length / 8));
  const shown = ticks.flatMap((tick, i) => (i % step === 0 ? [{ ...tick, i }] : []));
  return (
    <div className="relative col-start-2 mt-1.5 h-5 text-muted text-xs tabular-nums">
      {shown.map(({ key, tick, i }, nth) => (
        <span
          key={key}
          className={cn(
            'absolute -translate-x-1/2 whitespace-nowrap',
            nth % 2 === 1 && ticks.length > 8 && 'max-sm:hidden',
          )}
          style={{ left: `${((i + 0.5) / ticks.length) * 100}%` }}
        >
          {tick}
        </span>
      ))}
    </div>
  );
}
