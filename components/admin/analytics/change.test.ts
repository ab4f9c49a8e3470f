import { describe, expect, it } from 'vitest';
import { changeOf, pointsBetween, rateOf } from './change';

describe('a figure against the period before', () => {
  it.each([
    [112, 100, { kind: 'share', by: 0.12 }],
    [75, 100, { kind: 'share', by: -0.25 }],
    [100, 100, { kind: 'same' }],
    [0, 0, { kind: 'same' }],
    [7, 0, { kind: 'new' }],
    [0, 40, { kind: 'share', by: -1 }],
    [12, 7, { kind: 'few', by: 5 }],
    [3, 19, { kind: 'few', by: -16 }],
    [40, 20, { kind: 'share', by: 1 }],
    [1_004, 1_000, { kind: 'alike' }],
    [996, 1_000, { kind: 'alike' }],
    [1_005, 1_000, { kind: 'share', by: 0.005 }],
    [20, 19, { kind: 'few', by: 1 }],
  ])('%i after %i', (now, before, change) => {
    expect(changeOf(now, before)).toEqual(change);
  });

  it('of money goes by how many cases it came from', () => {
    expect(changeOf(50_000, 40_000, 4)).toEqual({ kind: 'few', by: 10_000 });
    expect(changeOf(50_000, 40_000, 400)).toEqual({ kind: 'share', by: 0.25 });
  });
});

describe('a part of a whole', () => {
  it('is a percentage only of twenty and more', () => {
    expect(rateOf(3, 7)).toEqual({ kind: 'few', part: 3, whole: 7 });
    expect(rateOf(5, 20)).toEqual({ kind: 'share', share: 0.25 });
    expect(rateOf(0, 0)).toEqual({ kind: 'none' });
  });

  it('is compared in points, where both are percentages', () => {
    expect(pointsBetween(rateOf(50, 100), rateOf(47, 101))).toBe(3.5);
    expect(pointsBetween(rateOf(50, 100), rateOf(3, 7))).toBeNull();
  });
});
