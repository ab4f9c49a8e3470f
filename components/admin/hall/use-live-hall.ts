'use client';

import { useEffect, useMemo, useState } from 'react';
import { liveUrl } from '@/components/event/event-wire';
import { figuresOf, patched, type ZoneFigures } from '@/components/event/figures';
import { type FeedState, LiveFeed } from '@/components/event/live';
import { type Geometry, useGeometry } from '@/components/event/use-geometry';
import { whileSeen } from '@/components/event/watch-page';
import { SeatStore } from '@/components/seat-map/seat-store';
import type { HallAddress } from './heat-wire';

export type LiveHall = {
  geometry: Geometry;
  /** The seats' states of this moment; null until they are known. */
  store: SeatStore | null;
  zones: readonly ZoneFigures[];
  feed: FeedState;
};

const nobodyWaits = () => false;

/** An event's seats and zones, live, by the stream that its buyers see it by. */
export function useLiveHall(
  { tenant, eventId }: HallAddress,
  version: number,
  zones: readonly ZoneFigures[],
): LiveHall {
  const geometry = useGeometry({ tenant, eventId }, version);
  const ids = geometry.data?.ids;
  const store = useMemo(() => (ids ? new SeatStore(ids) : null), [ids]);
  const [figures, setFigures] = useState(() => figuresOf(zones));
  const [known, setKnown] = useState<SeatStore | null>(null);
  const [feed, setFeed] = useState<FeedState>('live');
  useEffect(() => {
    if (!store) return;
    const live = new LiveFeed(liveUrl({ tenant, eventId }), {
      snapshot: (availability) => {
        store.loadSnapshot(availability.seats);
        setKnown(store);
        setFigures(figuresOf(availability.zones));
      },
      delta: (delta) => {
        store.applyDelta(delta.seats);
        if (delta.zones.length > 0) setFigures((before) => patched(before, delta.zones));
      },
      returns: () => {},
      cart: () => {},
      turned: setFeed,
    });
    return whileSeen(live, nobodyWaits);
  }, [store, tenant, eventId]);
  return { geometry, store: known === store ? store : null, zones: figures, feed };
}
