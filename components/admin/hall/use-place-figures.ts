'use client';

import { useMemo } from 'react';
import type { ZoneFigures } from '@/components/event/figures';
import { type Chart, rowsByZone } from '@/components/seat-map/chart';
import type { MapZone } from '@/components/seat-map/map-zone';
import type { HeatData } from './heat-data';
import type { RowsOf } from './heat-table';
import {
  figuresOfPlaces,
  figuresOfSeats,
  type PlaceFigures,
  seatsOfZones,
  totalOf,
} from './place-figures';
import type { ZoneRow } from './use-heat-zones';
import type { Moment } from './use-moment';

type Sources = {
  chart: Chart;
  zones: readonly MapZone[];
  /** The live states, by which what is kept off sale is known. */
  blocked: Uint8Array;
  liveZones: readonly ZoneFigures[];
  data: HeatData | null;
  moment: Moment;
};

const nothing = { locked: 0, sold: 0 };

/** The figures of each zone and, when asked for, of its rows, of what is on show. */
export function usePlaceFigures({ chart, zones, blocked, liveZones, data, moment }: Sources): {
  rows: ZoneRow[];
  total: PlaceFigures;
  rowsOf: RowsOf;
} {
  const seatsOf = useMemo(() => seatsOfZones(chart), [chart]);
  const rowsOfZone = useMemo(() => rowsByZone(chart), [chart]);
  const rows = useMemo(
    () =>
      zones.map((zone): ZoneRow => {
        const seats = seatsOf.get(zone.id);
        if (seats) return { zone, figures: figuresOfSeats(seats, moment.states, blocked, data) };
        const live = liveZones.find(({ id }) => id === zone.id);
        const now = (moment.zones ? moment.zones.get(zone.id) : live) ?? nothing;
        return { zone, figures: figuresOfPlaces(zone.id, zone.capacity, now, data) };
      }),
    [zones, seatsOf, blocked, liveZones, data, moment],
  );
  const total = useMemo(() => totalOf(rows, data), [rows, data]);
  const rowsOf: RowsOf = (zoneId) =>
    (rowsOfZone.get(zoneId) ?? []).map((row) => ({
      row,
      figures: figuresOfSeats(chart.rows[row]!.seats, moment.states, blocked, data),
    }));
  return { rows, total, rowsOf };
}
