import { describe, expect, it } from 'vitest';
import { buildChart } from './chart';
import { firstSeat, meaningOf } from './hall-keys';
import type { VenuePlan } from './plan';
import { SeatStore } from './seat-store';
import { block, geometryOf } from './test-halls';

const geometry = block(3, 5);
const chart = buildChart(geometry);
const plan: VenuePlan = {
  bounds: [-1, -4, 5, 3],
  shapes: [
    {
      kind: 'stage',
      points: [
        [1, -4],
        [3, -4],
        [3, -2],
        [1, -2],
      ],
    },
  ],
};

describe('the keyboard on the map', () => {
  it('begins at the free seat nearest to the stage', () => {
    const store = new SeatStore(geometry.ids);
    expect(firstSeat(chart, store, plan)).toBe(2);
    store.applyDelta([[geometry.ids[2]!, 2]]);
    expect([1, 3]).toContain(firstSeat(chart, store, plan));
  });

  it('begins somewhere even when nothing is free', () => {
    const store = new SeatStore(geometry.ids);
    store.applyDelta(Array.from(geometry.ids, (id) => [id, 2] as const));
    expect(firstSeat(chart, store, plan)).toBe(2);
  });

  it('has no beginning in a hall without seats', () => {
    expect(firstSeat(buildChart(block(0, 0)), new SeatStore([]), plan)).toBe(-1);
  });

  it('goes from section to section, each at the middle of its first row', () => {
    const seats = [1, 2, 3].flatMap((section) =>
      [0, 1, 2].map((x) => ({ zone: section, row: 'A', label: `${x}`, x, y: section })),
    );
    const hall = buildChart(geometryOf(seats));
    expect(meaningOf('PageDown', hall, 0)).toEqual({ kind: 'look', seat: 4 });
    expect(meaningOf('PageUp', hall, 8)).toEqual({ kind: 'look', seat: 4 });
    expect(meaningOf('PageDown', hall, 7)).toEqual({ kind: 'edge' });
  });

  it('walks, tells of edges, chooses, leaves, and leaves other keys to the page', () => {
    expect(meaningOf('ArrowDown', chart, 2)).toEqual({ kind: 'look', seat: 7 });
    expect(meaningOf('ArrowUp', chart, 2)).toEqual({ kind: 'edge' });
    expect(meaningOf('End', chart, 2)).toEqual({ kind: 'look', seat: 4 });
    expect(meaningOf(' ', chart, 2)).toEqual({ kind: 'toggle' });
    expect(meaningOf('Escape', chart, 2)).toEqual({ kind: 'leave' });
    expect(meaningOf('Tab', chart, 2)).toBeNull();
    expect(meaningOf('a', chart, 2)).toBeNull();
  });
});
