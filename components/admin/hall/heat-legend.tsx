'use client';

import { useTranslations } from 'next-intl';
import { SeatMark } from '@/components/seat-map/seat-mark';
import { seatLook } from '@/components/seat-map/seat-store';
import { type HeatLayer, type HeatScale, isHeat, type Layer, shadeOf, stepSizes } from './layers';
import { useFigureWords } from './use-figure-words';

const fills = [
  'text-tier-0',
  'text-tier-1',
  'text-tier-2',
  'text-tier-3',
  'text-tier-4',
  'text-tier-5',
] as const;

/** What the shades mean, in figures. */
export function HeatLegend({ layer, scale }: { layer: Layer; scale: HeatScale | null }) {
  const t = useTranslations('admin.hall');
  return (
    <section aria-label={t('legend')}>
      <p className="text-muted text-sm">{t(`explained.${layer}`)}</p>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1.5 text-sm">
        {isHeat(layer) ? (
          scale && <Shades layer={layer} scale={scale} />
        ) : (
          <>
            <Item mark={<SeatMark look={seatLook.sold} className="size-4" />}>
              {t('moment.free')}
            </Item>
            <Item mark={<SeatMark look={seatLook.choosing} className="size-4" />}>
              {t('moment.held')}
            </Item>
            <Item mark={<SeatMark look={seatLook.free} tier={5} className="size-4" />}>
              {t('moment.taken')}
            </Item>
          </>
        )}
      </ul>
    </section>
  );
}

function Shades({ layer, scale }: { layer: HeatLayer; scale: HeatScale }) {
  const t = useTranslations('admin.hall');
  const words = useFigureWords();
  const { edges, lowIsStrong } = scale;
  const amount = (value: number) => {
    if (layer === 'sales') return words.minutes(value);
    return layer === 'locks' ? words.count(value) : words.percent(value);
  };
  const range = (i: number) => {
    const [low, high] = [edges[i - 1], edges[i]!];
    if (high === Infinity)
      return low === undefined ? t('range.any') : t('range.over', { low: amount(low) });
    if (layer === 'locks') {
      const from = (low ?? 0) + 1;
      return from === high
        ? amount(high)
        : t('range.between', { low: amount(from), high: amount(high) });
    }
    if (low === undefined) return t('range.upTo', { high: amount(high) });
    return t('range.between', { low: amount(low), high: amount(high) });
  };
  return (
    <>
      <Item mark={<SeatMark look={seatLook.sold} className="size-4" />}>{t(`none.${layer}`)}</Item>
      {edges.map((edge, i) => {
        const band = lowIsStrong ? edges.length - 1 - i : i;
        return (
          <Item key={edge} mark={<Disc step={shadeOf(edges.length, band)} />}>
            {range(i)}
          </Item>
        );
      })}
    </>
  );
}

function Item({ mark, children }: { mark: React.ReactNode; children: React.ReactNode }) {
  return (
    <li className="flex items-center gap-1.5 text-ink tabular-nums">
      {mark}
      {children}
    </li>
  );
}

function Disc({ step }: { step: number }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 20 20"
      className={`size-4 shrink-0 forced-color-adjust-none forced-colors:text-[CanvasText] ${fills[step]}`}
      fill="currentColor"
    >
      <circle cx="10" cy="10" r={9 * stepSizes[step]!} />
    </svg>
  );
}
