'use client';

import { useEffect, useMemo, useState } from 'react';
import type { HallColumns } from '@/lib/events/packed-geometry';
import { buildChart } from './chart';
import { HallView } from './hall-view';
import { Legend } from './legend';
import { ListPanel } from './list-panel';
import type { MapZone } from './map-zone';
import type { VenuePlan } from './plan';
import { noFilter, type SeatFilter } from './seat-filter';
import { SeatFilters } from './seat-filters';
import type { SeatStore } from './seat-store';
import type { HallForm } from './view-switch';

export type { MapZone } from './map-zone';

export type SeatMapProps = {
  /** Which of the two is in sight, if any. */
  view: HallForm;
  /** A seat that is pointed out from elsewhere: the view that is in sight next opens at it. */
  lookAt: { seatId: number } | null;
  /** The keyboard left the map with Escape. */
  onLeave: () => void;
  geometry: HallColumns;
  plan: VenuePlan;
  zones: MapZone[];
  /** Made over the same geometry's ids. */
  store: SeatStore;
  /** Whether the event is on sale. What is one's own can be given back all the same. */
  canChoose: boolean;
  /** Choose the seat, or give it back. The caller shows the outcome through the store. */
  onToggle: (seatId: number) => void;
  /** A general-admission zone was activated. */
  onPlaces?: (zoneId: number) => void;
};

/**
 * A hall to choose seats in: drawn as a map, and spelled out as a list that holds the same seats
 * in the same states. It takes the height its container gives, and no less than is of use.
 */
export function SeatMap({ view, lookAt, geometry, onLeave, ...rest }: SeatMapProps) {
  const chart = useMemo(() => buildChart(geometry), [geometry]);
  const [filter, setFilter] = useState<SeatFilter>(noFilter);
  // The seat last looked at, in either view: the other opens at it.
  const [at, setAt] = useState<number | null>(null);
  const shared = { chart, filter, at, onLook: setAt };
  const { store } = rest;
  useEffect(() => {
    const seat = lookAt ? store.indexOf(lookAt.seatId) : -1;
    if (seat >= 0) setAt(seat);
  }, [lookAt, store]);
  const filters = (
    <SeatFilters
      chart={chart}
      zones={rest.zones}
      store={store}
      filter={filter}
      onFilter={setFilter}
      className="max-sm:mx-5"
    />
  );
  return (
    <>
      {view === 'list' && filters}
      <div
        hidden={view !== 'map'}
        className="relative h-[min(68svh,46rem)] min-h-80 grow border-line lg:h-[min(76svh,52rem)] bg-sunken max-sm:border-y sm:rounded-card sm:border sm:overflow-hidden"
      >
        <HallView
          key={geometry.version}
          shown={view === 'map'}
          onLeave={onLeave}
          {...shared}
          {...rest}
        />
      </div>
      <div hidden={view !== 'list'} className="grow max-sm:mx-5">
        <ListPanel key={geometry.version} shown={view === 'list'} {...shared} {...rest} />
      </div>
      {view === 'map' && filters}
      {view === 'map' && <Legend chart={chart} className="max-sm:mx-5" />}
    </>
  );
}
