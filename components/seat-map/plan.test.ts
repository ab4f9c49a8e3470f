import { describe, expect, it } from 'vitest';
import { insidePolygon, isClosed, type PlanPoint, polygonMiddle } from './plan';

/** A floor around a runway: a U. */
const floor: PlanPoint[] = [
  [0, 0],
  [4, 0],
  [4, 6],
  [6, 6],
  [6, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];

describe('polygons of the plan', () => {
  it('know inside from the bay between their arms', () => {
    expect(insidePolygon(floor, 2, 3)).toBe(true);
    expect(insidePolygon(floor, 5, 8)).toBe(true);
    expect(insidePolygon(floor, 5, 3)).toBe(false);
    expect(insidePolygon(floor, 11, 3)).toBe(false);
  });

  it('are the same open and closed', () => {
    const closed = [...floor, floor[0]!];
    expect(insidePolygon(closed, 2, 3)).toBe(true);
    expect(insidePolygon(closed, 5, 3)).toBe(false);
    expect(polygonMiddle(closed)).toEqual(polygonMiddle(floor));
    expect([isClosed(floor), isClosed(closed)]).toEqual([false, true]);
  });

  it('have their name at the centre of their area', () => {
    const square: PlanPoint[] = [
      [2, 2],
      [6, 2],
      [6, 6],
      [2, 6],
    ];
    expect(polygonMiddle(square)).toEqual([4, 4]);
  });

  it('that are but a line have their name in its middle', () => {
    expect(
      polygonMiddle([
        [0, 0],
        [4, 0],
      ]),
    ).toEqual([2, 0]);
  });
});
