'use client';

import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Cell, DataTable, HeadCell } from '@/components/admin/data-table';
import type { Chart } from '@/components/seat-map/chart';
import { type ColumnKey, columnKeys, figureOf, sortedBy } from './columns';
import { HeatTableZone } from './heat-table-zone';
import type { Layer } from './layers';
import type { PlaceFigures } from './place-figures';
import { useFigureWords } from './use-figure-words';
import type { ZoneRow } from './use-heat-zones';

export type RowsOf = (zoneId: number) => { row: number; figures: PlaceFigures }[];

/** The map's figures by zone, and by row of those that are opened. */
export function HeatTable({
  chart,
  layer,
  rows,
  total,
  rowsOf,
}: {
  chart: Chart;
  layer: Layer;
  rows: readonly ZoneRow[];
  total: PlaceFigures;
  rowsOf: RowsOf;
}) {
  const t = useTranslations('admin.hall');
  const words = useFigureWords();
  const keys: readonly ColumnKey[] = columnKeys[layer];
  const [order, setOrder] = useState<{ key: ColumnKey; down: boolean } | null>(null);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const by = order && keys.includes(order.key) ? order : null;
  const sorted = by ? sortedBy(rows, by.key, by.down) : rows;
  const toggle = (id: number) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  return (
    <DataTable label={t('table', { layer: t(`layers.${layer}`) })}>
      <thead>
        <tr>
          <HeadCell>{t('zone')}</HeadCell>
          {keys.map((key) => (
            <SortCell
              key={key}
              label={t(`columns.${key}`)}
              down={by?.key === key ? by.down : null}
              onSort={() => setOrder({ key, down: by?.key === key ? !by.down : true })}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ zone, figures }) => (
          <HeatTableZone
            key={zone.id}
            chart={chart}
            zone={zone}
            figures={figures}
            keys={keys}
            by={by}
            rowsOf={open.has(zone.id) ? rowsOf : null}
            onToggle={() => toggle(zone.id)}
          />
        ))}
      </tbody>
      <tfoot>
        <tr className="font-semibold">
          <Cell>{t('wholeHall')}</Cell>
          {keys.map((key) => (
            <Cell key={key} numeric>
              {words.figure(key, figureOf(key, total))}
            </Cell>
          ))}
        </tr>
      </tfoot>
    </DataTable>
  );
}

/** @param down null where the table is sorted by another column */
function SortCell({
  label,
  down,
  onSort,
}: {
  label: string;
  down: boolean | null;
  onSort: () => void;
}) {
  const Icon = down === null ? ArrowUpDown : down ? ArrowDown : ArrowUp;
  const sort = down === null ? 'none' : down ? 'descending' : 'ascending';
  return (
    <HeadCell numeric aria-sort={sort}>
      <button
        type="button"
        onClick={onSort}
        className="-mr-1 inline-flex min-h-6 cursor-pointer items-center gap-1 rounded px-1 hover:text-ink"
      >
        {label}
        <Icon aria-hidden className="size-3.5 shrink-0" />
      </button>
    </HeadCell>
  );
}
