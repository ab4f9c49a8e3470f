'use client';

import { useMemo, useState } from 'react';
import type { Chart } from './chart';
import { chartOfFloor, floorsOfZones, planOfFloor } from './floors';
import type { MapZone } from './map-zone';
import type { VenuePlan } from './plan';

/** Which floor of the hall is on show, and the hall as that floor shows it. */
export function useFloor(chart: Chart, plan: VenuePlan, zones: MapZone[]) {
  const [floor, setFloor] = useState(0);
  // Zones are new objects with each figure that changes, their floors the same words.
  const floors = floorsOfZones(chart, zones).join();
  const floorOfZone = useMemo(() => floors.split(',').map(Number), [floors]);
  const several = (plan.floors?.length ?? 1) > 1;
  return {
    floor,
    setFloor,
    floorOf: (seat: number) => (several ? floorOfZone[chart.zoneOf[seat]!]! : 0),
    chart: useMemo(
      () => (several ? chartOfFloor(chart, floorOfZone, floor) : chart),
      [several, chart, floorOfZone, floor],
    ),
    plan: useMemo(() => (several ? planOfFloor(plan, floor) : plan), [several, plan, floor]),
    zones: useMemo(
      () => (several ? zones.filter((zone) => zone.floor === floor) : zones),
      [several, zones, floor],
    ),
  };
}
