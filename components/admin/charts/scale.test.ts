import { describe, expect, it } from 'vitest';
import { niceTop } from './scale';

describe('the end of an axis', () => {
  it.each([
    [0, 1],
    [1, 1],
    [2.2, 3],
    [7, 8],
    [10, 10],
    [23, 25],
    [101, 150],
    [1.2, 2],
    [999, 1_000],
    [4_321, 5_000],
  ])('over %d is %d', (value, top) => {
    expect(niceTop(value)).toBe(top);
  });
});
