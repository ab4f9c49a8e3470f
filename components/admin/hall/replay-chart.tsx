'use client';

import { useTranslations } from 'next-intl';
import { memo } from 'react';
import type { ReplayBody } from '@/lib/heat/schema';

const height = 64;
/** Half of what the browser leaves of a range's track for its thumb, about. */
const insetPx = 8;

/** Locks upwards and sales downwards, a bar a frame, under the slider that walks them. */
export function ReplayChart({
  body,
  frame,
  ends,
}: {
  body: ReplayBody;
  frame: number;
  /** When the first frame is, and the last. */
  ends: readonly [string, string];
}) {
  const t = useTranslations('admin.hall.replay');
  const { frames } = body;
  return (
    <figure>
      <div className="relative" style={{ marginInline: insetPx }}>
        <Bars body={body} />
        <span
          aria-hidden
          className="absolute inset-y-0 w-0.5 -translate-x-1/2 bg-ink forced-colors:bg-[Highlight]"
          style={{ left: `${frames > 1 ? (frame / (frames - 1)) * 100 : 0}%` }}
        />
      </div>
      <p
        className="flex justify-between text-muted text-xs tabular-nums"
        style={{ marginInline: insetPx }}
      >
        {ends.map((end, i) => (
          <span key={i === 0 ? 'from' : 'to'}>{end}</span>
        ))}
      </p>
      <figcaption className="mt-1 flex flex-wrap gap-x-4 text-muted text-sm">
        <span className="flex items-center gap-1.5">
          <span aria-hidden className="size-3 rounded-sm bg-brass forced-colors:bg-[CanvasText]" />
          {t('chartLocks', { count: body.stepMinutes, most: Math.max(...body.locks, 0) })}
        </span>
        <span className="flex items-center gap-1.5">
          <span aria-hidden className="size-3 rounded-sm bg-accent forced-colors:bg-[GrayText]" />
          {t('chartSales', { count: body.stepMinutes, most: Math.max(...body.sales, 0) })}
        </span>
      </figcaption>
    </figure>
  );
}

/** Hundreds of bars, drawn once a replay. */
const Bars = memo(function Bars({ body: { frames, locks, sales } }: { body: ReplayBody }) {
  const most = Math.max(...locks, ...sales, 1);
  const half = height / 2;
  const path = (values: number[], up: boolean) =>
    values
      .map((value, i) => {
        const size = (value / most) * (half - 1);
        return value > 0 ? `M${i} ${half}h1v${up ? -size : size}h-1z` : '';
      })
      .join('');
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${frames} ${height}`}
      preserveAspectRatio="none"
      className="block h-16 w-full rounded-sm bg-sunken forced-color-adjust-none"
    >
      <path d={path(locks, true)} className="fill-brass forced-colors:fill-[CanvasText]" />
      <path d={path(sales, false)} className="fill-accent forced-colors:fill-[GrayText]" />
    </svg>
  );
});
