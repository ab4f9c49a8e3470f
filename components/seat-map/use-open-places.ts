'use client';

import { useCallback, useState } from 'react';
import type { Chart } from './chart';
import { toggled } from './seat-filter';

/** Which zones (by id) and rows (by index) of the list are open. */
export type OpenPlaces = { zones: ReadonlySet<number>; rows: ReadonlySet<number> };

export function useOpenPlaces(chart: Chart) {
  const [open, setOpen] = useState<OpenPlaces>({ zones: new Set(), rows: new Set() });
  const toggleZone = useCallback(
    (id: number) => setOpen((known) => ({ ...known, zones: toggled(known.zones, id) })),
    [],
  );
  const toggleRow = useCallback(
    (row: number) => setOpen((known) => ({ ...known, rows: toggled(known.rows, row) })),
    [],
  );
  const openRow = useCallback(
    (row: number) => {
      const zoneId = chart.zoneIds[chart.rows[row]!.zone]!;
      setOpen((known) => ({
        zones: new Set(known.zones).add(zoneId),
        rows: new Set(known.rows).add(row),
      }));
    },
    [chart],
  );
  const openZone = useCallback(
    (id: number) => setOpen((known) => ({ ...known, zones: new Set(known.zones).add(id) })),
    [],
  );
  return { open, toggleZone, toggleRow, openRow, openZone };
}
