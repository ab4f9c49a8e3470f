import { describe, expect, it } from 'vitest';
import { buildGrid, countIn, eachRun, nearestSeat } from './seat-grid';

/** A repeatable scatter of seats. */
function scatter(count: number) {
  let seed = 42;
  const next = () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return seed / 2 ** 32;
  };
  const x = Float32Array.from({ length: count }, () => next() * 200 - 100);
  const y = Float32Array.from({ length: count }, () => next() * 80);
  return { x, y, next };
}

describe('the grid over the seats', () => {
  it('holds each seat once', () => {
    const { x, y } = scatter(1_000);
    const grid = buildGrid(x, y);
    expect([...grid.seats].sort((a, b) => a - b)).toEqual(Array.from(x, (_, i) => i));
  });

  it('finds the same nearest seat as looking at every seat', () => {
    const { x, y, next } = scatter(2_000);
    const grid = buildGrid(x, y);
    for (let round = 0; round < 300; round++) {
      const [atX, atY, radius] = [next() * 240 - 120, next() * 100 - 10, next() * 6];
      let best = -1;
      let bestApart = radius;
      for (let i = 0; i < x.length; i++) {
        const apart = Math.hypot(x[i]! - atX, y[i]! - atY);
        if (apart <= bestApart) {
          best = i;
          bestApart = apart;
        }
      }
      expect(nearestSeat(grid, { x, y }, atX, atY, radius)).toBe(best);
    }
  });

  it('leaves out no seat of a box', () => {
    const { x, y } = scatter(2_000);
    const grid = buildGrid(x, y);
    const box = [-30, 10, 25, 40] as const;
    const found = new Set<number>();
    eachRun(grid, box, (from, to) => {
      for (let k = from; k < to; k++) found.add(grid.seats[k]!);
    });
    for (let i = 0; i < x.length; i++) {
      const inside = x[i]! >= box[0] && y[i]! >= box[1] && x[i]! <= box[2] && y[i]! <= box[3];
      if (inside) expect(found.has(i)).toBe(true);
    }
    expect(countIn(grid, box)).toBe(found.size);
  });

  it('shows nothing outside of the hall', () => {
    const { x, y } = scatter(100);
    const grid = buildGrid(x, y);
    expect(countIn(grid, [500, 500, 600, 600])).toBe(0);
    expect(nearestSeat(grid, { x, y }, 500, 500, 3)).toBe(-1);
  });

  it('bears a hall without seats', () => {
    const none = new Float32Array(0);
    expect(nearestSeat(buildGrid(none, none), { x: none, y: none }, 0, 0, 5)).toBe(-1);
  });
});
