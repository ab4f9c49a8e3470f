'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { cn } from '@/components/ui/class-names';
import type { Geometry } from '@/lib/events/schema';
import { buildChart } from './chart';
import { HallView } from './hall-view';
import { Legend } from './legend';
import type { MapZone } from './map-zone';
import type { VenuePlan } from './plan';
import { noFilter, type SeatFilter } from './seat-filter';
import { SeatFilters } from './seat-filters';
import { SeatList } from './seat-list';
import type { SeatStore } from './seat-store';
import { ViewSwitch } from './view-switch';

export type { MapZone } from './map-zone';

export type SeatMapProps = {
  /** Stands in one line with the switch between map and list. */
  heading?: ReactNode;
  geometry: Geometry;
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
  className?: string;
};

/**
 * A hall to choose seats in: drawn as a map, and spelled out as a list that holds the same seats
 * in the same states. It takes the height its container gives, and no less than is of use.
 */
export function SeatMap({ heading, geometry, className, ...rest }: SeatMapProps) {
  const t = useTranslations('seatMap');
  const chart = useMemo(() => buildChart(geometry), [geometry]);
  const [view, setView] = useState<'map' | 'list'>('map');
  const [filter, setFilter] = useState<SeatFilter>(noFilter);
  // The seat last looked at, in either view: the other opens at it.
  const [at, setAt] = useState<number | null>(null);
  const shared = { chart, filter, at, onLook: setAt };
  const viewSwitch = useRef<HTMLFieldSetElement>(null);
  const leave = () => viewSwitch.current?.querySelector<HTMLElement>(':checked')?.focus();
  const filters = (
    <SeatFilters
      chart={chart}
      zones={rest.zones}
      store={rest.store}
      filter={filter}
      onFilter={setFilter}
      className="max-sm:mx-5"
    />
  );
  return (
    <section
      data-slot="seat-map"
      aria-label={t('title')}
      className={cn('flex min-h-104 flex-col gap-3', className)}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 max-sm:mx-5">
        {heading}
        <ViewSwitch ref={viewSwitch} view={view} onChange={setView} />
      </div>
      {view === 'list' && filters}
      <div
        hidden={view !== 'map'}
        className="relative h-[min(68svh,46rem)] min-h-80 grow border-line lg:h-[min(76svh,52rem)] bg-sunken max-sm:border-y sm:rounded-card sm:border sm:overflow-hidden"
      >
        <HallView
          key={geometry.version}
          shown={view === 'map'}
          onLeave={leave}
          {...shared}
          {...rest}
        />
      </div>
      <div hidden={view !== 'list'} className="grow max-sm:mx-5">
        <SeatList key={geometry.version} {...shared} {...rest} />
      </div>
      {view === 'map' && filters}
      {view === 'map' && <Legend chart={chart} className="max-sm:mx-5" />}
    </section>
  );
}
