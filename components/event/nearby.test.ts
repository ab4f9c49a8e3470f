import { describe, expect, it } from 'vitest';
import { freeNearby } from './nearby';

const geometry = {
  version: 1,
  ids: [1, 2, 3, 4, 5, 6],
  zones: [1, 1, 1, 1, 1, 1],
  rows: ['A', 'A', 'A', 'A', 'A', 'B'],
  labels: ['1', '2', '3', '4', '5', '3'],
  x: [0, 1, 2, 3, 4, 2],
  y: [0, 0, 0, 0, 0, 1],
  flags: [0, 0, 0, 0, 0, 0],
};
const seats = (states: number[], mine: number[] = []) => ({
  indexOf: (id: number) => geometry.ids.indexOf(id),
  states: Uint8Array.from(states),
  mine: new Set(mine),
  pending: new Set<number>(),
});

describe('free seats in place of lost ones', () => {
  it('are the nearest of the same row, as many as were lost', () => {
    expect(freeNearby(geometry, seats([0, 0, 1, 0, 0, 0]), [3])).toEqual([1]);
    expect(freeNearby(geometry, seats([0, 2, 1, 1, 0, 0]), [3, 4])).toEqual([0, 4]);
  });
  it('are none where the row has none, or only the buyer’s own', () => {
    expect(freeNearby(geometry, seats([2, 0, 1, 2, 2, 0], [2]), [3])).toEqual([]);
  });
  it('are none for a seat of another map', () => {
    expect(freeNearby(geometry, seats([0, 0, 0, 0, 0, 0]), [99])).toEqual([]);
  });
});
