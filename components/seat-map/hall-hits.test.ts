import { describe, expect, it } from 'vitest';
import { buildChart } from './chart';
import { chartOfFloor } from './floors';
import { withSeats } from './hall-hits';
import { geometryOf } from './test-halls';
import { centreOn, visibleBox } from './viewport';

/** Stands on both sides of a pitch; zone 2 is upstairs. */
const seat = (zone: number, x: number) => ({ zone, row: '1', label: '1', x, y: 0 });
const chart = buildChart(geometryOf([seat(1, 0), seat(1, 1), seat(2, 100)]));
const window = { width: 200, height: 200 };
const lookingAt = (x: number) => centreOn(x, 0, 20, window);

describe('a view of the hall', () => {
  it('that shows a seat is left as it is', () => {
    expect(withSeats(chart, lookingAt(4), window)).toEqual(lookingAt(4));
  });

  it('that would show nothing but grass goes to the nearest seat, as large', () => {
    expect(withSeats(chart, lookingAt(40), window)).toEqual(lookingAt(1));
    expect(withSeats(chart, lookingAt(60), window)).toEqual(lookingAt(100));
  });

  it('goes to a seat of the floor on show, for others are not drawn', () => {
    const upstairs = chartOfFloor(chart, [0, 1], 1);
    const [left, , right] = visibleBox(withSeats(upstairs, lookingAt(0), window), window);
    expect(left).toBeLessThan(100);
    expect(right).toBeGreaterThan(100);
  });
});
