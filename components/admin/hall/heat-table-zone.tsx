'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Cell } from '@/components/admin/data-table';
import type { Chart } from '@/components/seat-map/chart';
import type { MapZone } from '@/components/seat-map/map-zone';
import { useSeatWords } from '@/components/seat-map/use-seat-words';
import { cn } from '@/components/ui/class-names';
import { type ColumnKey, figureOf, sortedBy } from './columns';
import type { RowsOf } from './heat-table';
import type { PlaceFigures } from './place-figures';
import { useFigureWords } from './use-figure-words';

const noZones: MapZone[] = [];

/** A zone's line, and under it those of its rows. @param rowsOf null while it is closed */
export function HeatTableZone({
  chart,
  zone,
  figures,
  keys,
  by,
  rowsOf,
  onToggle,
}: {
  chart: Chart;
  zone: MapZone;
  figures: PlaceFigures;
  keys: readonly ColumnKey[];
  by: { key: ColumnKey; down: boolean } | null;
  rowsOf: RowsOf | null;
  onToggle: () => void;
}) {
  const t = useTranslations('admin.hall');
  const { rowName } = useSeatWords(chart, noZones);
  const rows = rowsOf?.(zone.id) ?? [];
  const sorted = by ? sortedBy(rows, by.key, by.down) : rows;
  return (
    <>
      <tr>
        <Cell className="whitespace-nowrap align-middle font-medium">
          {zone.type === 'general' ? (
            <span className="pl-6">{zone.name}</span>
          ) : (
            <button
              type="button"
              aria-expanded={rowsOf !== null}
              onClick={onToggle}
              className="inline-flex min-h-6 cursor-pointer items-center gap-1 rounded pr-2 text-left hover:text-accent"
            >
              <ChevronRight
                aria-hidden
                className={cn('size-5 shrink-0 transition-transform', rowsOf && 'rotate-90')}
              />
              {zone.name}
              <span className="sr-only"> {t('rows')}</span>
            </button>
          )}
        </Cell>
        <Figures keys={keys} figures={figures} />
      </tr>
      {sorted.map(({ row, figures: own }) => (
        <tr key={row} className="bg-sunken/50 text-muted">
          <Cell className="whitespace-nowrap pl-12 first-letter:uppercase">
            <span className="inline-block first-letter:uppercase">
              {rowName(chart.rows[row]!.name)}
            </span>
          </Cell>
          <Figures keys={keys} figures={own} />
        </tr>
      ))}
    </>
  );
}

function Figures({ keys, figures }: { keys: readonly ColumnKey[]; figures: PlaceFigures }) {
  const words = useFigureWords();
  return keys.map((key) => (
    <Cell key={key} numeric className="align-middle">
      {words.figure(key, figureOf(key, figures))}
    </Cell>
  ));
}
