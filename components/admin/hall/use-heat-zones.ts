'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { MapZone } from '@/components/seat-map/map-zone';
import type { ZoneWords } from '@/components/seat-map/zone-text';
import { figureOf, zoneFigures } from './columns';
import { type HeatScale, isHeat, type Layer, stepOf, stepsMax } from './layers';
import type { PlaceFigures } from './place-figures';
import { useFigureWords } from './use-figure-words';

export type ZoneRow = { zone: MapZone; figures: PlaceFigures };

/** Zones as the map shades and names them on a layer. */
export function useHeatZones(
  rows: readonly ZoneRow[],
  layer: Layer,
  scale: HeatScale | null,
): { zones: MapZone[]; texts: ReadonlyMap<number, ZoneWords> } {
  const t = useTranslations('admin.hall');
  const words = useFigureWords();
  return useMemo(() => {
    const { shade, said } = zoneFigures[layer];
    const zones = rows.map(({ zone, figures }): MapZone => {
      const value = figureOf(shade, figures);
      const rest = { ...zone, locked: 0, sold: 0, solid: true };
      if (!isHeat(layer)) {
        const available = figures.held + figures.taken;
        return { ...rest, tier: stepsMax - 1, available, capacity: figures.places };
      }
      const none = value === null || (value === 0 && layer !== 'sales');
      if (none || !scale) return { ...rest, tier: 0, available: 0 };
      // Less than one lock a place: the paler, the fewer of them were ever locked.
      const part = layer === 'locks' ? Math.min(value, 1) : 1;
      return { ...rest, tier: stepOf(scale, value), available: zone.capacity * part };
    });
    const texts = new Map(
      rows.map(({ zone, figures }) => {
        const [loud, small] = said.map((key) =>
          t(`said.${key}`, { value: words.figure(key, figureOf(key, figures)) }),
        ) as [string, string];
        const name = zone.name;
        return [zone.id, { name, price: loud, left: small, from: loud, count: small }];
      }),
    );
    return { zones, texts };
  }, [rows, layer, scale, t, words]);
}
