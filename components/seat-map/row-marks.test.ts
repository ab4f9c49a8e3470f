import { describe, expect, it } from 'vitest';
import { buildChart } from './chart';
import { RowMarks } from './row-marks';
import { geometryOf } from './test-halls';

/** The marks of one row of seats at these distances along a line. */
function marksOf(distances: number[], axis: 'x' | 'y' = 'x'): number[] {
  const seats = distances.map((along, i) => ({
    row: 'A',
    label: String(i + 1),
    x: axis === 'x' ? along : 0,
    y: axis === 'y' ? along : 0,
  }));
  const marks = new RowMarks(buildChart(geometryOf(seats))).of(0);
  const own = marks.filter((_, i) => i % 2 === (axis === 'x' ? 0 : 1));
  return Array.from(own, (at) => Math.round(at * 100) / 100);
}

describe('where a row’s name is written', () => {
  it('beyond both ends of the row', () => {
    expect(marksOf([0, 1, 2])).toEqual([-0.95, 2.95]);
  });

  it('beyond the ends of a row that runs away from the stage', () => {
    expect(marksOf([0, 1, 2], 'y')).toEqual([-0.95, 2.95]);
  });

  it('in the aisles too, so that a name is in sight when the ends are not', () => {
    expect(marksOf([0, 1, 4, 5])).toEqual([-0.95, 5.95, 2.5]);
  });

  it('once beside a row of a single seat', () => {
    expect(marksOf([3])).toEqual([2]);
  });
});
