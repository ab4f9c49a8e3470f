'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { Chart } from './chart';
import type { MapZone } from './map-zone';
import { findSeat, type SeatFind } from './seat-search';
import { zoneTitle } from './zone-title';

/** What is looked for in the list by its name; null while nothing is. */
export function useListFind(
  chart: Chart,
  zones: readonly MapZone[],
  rows: ReadonlyMap<number, number[]>,
): { text: string; setText: (text: string) => void; find: SeatFind | null } {
  const t = useTranslations('seatMap');
  const [text, setText] = useState('');
  const find = useMemo(() => {
    if (!text.trim()) return null;
    const searched = zones.map(({ id, name }) => ({
      id,
      title: zoneTitle(name, t),
      rows: rows.get(id) ?? [],
    }));
    return findSeat(text, searched, chart);
  }, [text, zones, rows, chart, t]);
  return { text, setText, find };
}
