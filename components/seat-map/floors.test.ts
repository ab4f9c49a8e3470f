import { describe, expect, it } from 'vitest';
import { buildChart } from './chart';
import { chartOfFloor, floorsOfZones, planOfFloor } from './floors';
import { meaningOf } from './hall-keys';
import type { MapZone } from './map-zone';
import type { VenuePlan } from './plan';
import { nearestSeat } from './seat-grid';
import { geometryOf } from './test-halls';

/** Stalls with a balcony right above them: at each place two seats. */
const row = (zone: number) =>
  Array.from({ length: 5 }, (_, x) => ({ zone, row: 'A', label: `${x + 1}`, x, y: 0 }));
const chart = buildChart(geometryOf([...row(1), ...row(2)]));
const zones = [
  { id: 1, floor: 0 },
  { id: 2, floor: 1 },
] as MapZone[];
const floorOfZone = floorsOfZones(chart, zones);

describe('a hall of several floors', () => {
  it('finds under the pointer only seats of the floor on show', () => {
    const [stalls, balcony] = [0, 1].map((floor) => chartOfFloor(chart, floorOfZone, floor));
    expect(nearestSeat(stalls!.grid, chart, 2, 0, 0.5)).toBe(2);
    expect(nearestSeat(balcony!.grid, chart, 2, 0, 0.5)).toBe(7);
  });

  it('keeps the arrow keys on the floor, and knows no section beyond it', () => {
    const balcony = chartOfFloor(chart, floorOfZone, 1);
    expect(meaningOf('ArrowRight', balcony, 7)).toEqual({ kind: 'look', seat: 8 });
    expect(meaningOf('PageUp', balcony, 7)).toEqual({ kind: 'edge' });
  });

  it('draws what belongs to the floor, and what belongs to none', () => {
    const wall = { kind: 'wall' as const, points: [] };
    const plan: VenuePlan = {
      bounds: [0, 0, 1, 1],
      shapes: [wall, { ...wall, floor: 0 }, { ...wall, floor: 1 }],
    };
    expect(planOfFloor(plan, 1).shapes).toEqual([wall, { ...wall, floor: 1 }]);
  });

  it('is taken as it is where there is one floor only', () => {
    expect(chartOfFloor(chart, [0, 0], 0)).toBe(chart);
  });
});
