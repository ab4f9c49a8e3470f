'use client';

import { useMemo } from 'react';
import { useCartState } from '@/components/cart/cart-provider';
import type { MapZone } from '@/components/seat-map/map-zone';
import { heldByOthers } from './returns';
import type { Hall } from './use-hall';
import { useReturnMinutes } from './use-return-minutes';

/** The event's zones with what is left of them now, and when what others hold could come back. */
export function useZones(zones: MapZone[], { figures, returns }: Hall): MapZone[] {
  const minutes = useReturnMinutes(returns);
  const { locks } = useCartState().seen.status;
  return useMemo(() => {
    const known = new Map(figures.map((zone) => [zone.id, zone]));
    return zones.map((each) => {
      const zone = { ...each, ...known.get(each.id) };
      const held = zone.available === 0 && heldByOthers(zone, locks);
      const backInMinutes = held ? minutes.get(zone.id) : undefined;
      return { ...zone, backInMinutes };
    });
  }, [zones, figures, minutes, locks]);
}
