'use client';

import { useEffect, useState } from 'react';
import type { SeatStore } from '@/components/seat-map/seat-store';
import type { HallColumns } from '@/lib/events/packed-geometry';
import type { OrphanRule } from '@/lib/settings';
import type { Adviser } from './adviser';

/**
 * Judges choices before they are sent, from the moment that its code is here. On a bad line the
 * page does without: the server judges all the same.
 */
export function useAdviser(
  geometry: HallColumns,
  store: SeatStore,
  rule: OrphanRule,
  wanted: boolean,
): Adviser | null {
  const [adviser, setAdviser] = useState<Adviser | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    import('./adviser').then(
      ({ Adviser }) => !gone && setAdviser(new Adviser(geometry, store, rule)),
      () => !gone && setAdviser(null),
    );
    return () => {
      gone = true;
    };
  }, [wanted, geometry, store, rule]);
  return adviser;
}
