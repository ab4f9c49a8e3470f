import { describe, expect, it } from 'vitest';
import { buildChart } from './chart';
import { neighbour, rowEnd } from './neighbours';
import { block, geometryOf } from './test-halls';

describe('arrow keys between seats', () => {
  const chart = buildChart(block(3, 5));

  it('lead to the next seat and the next row', () => {
    expect(neighbour(chart, 7, 'left')).toBe(6);
    expect(neighbour(chart, 7, 'right')).toBe(8);
    expect(neighbour(chart, 7, 'up')).toBe(2);
    expect(neighbour(chart, 7, 'down')).toBe(12);
  });

  it('end at the edge of the hall', () => {
    expect(neighbour(chart, 0, 'left')).toBe(-1);
    expect(neighbour(chart, 0, 'up')).toBe(-1);
    expect(neighbour(chart, 14, 'right')).toBe(-1);
    expect(neighbour(chart, 14, 'down')).toBe(-1);
  });

  it('cross an aisle, however wide', () => {
    const apart = buildChart(
      geometryOf([
        { row: '1', label: '1', x: 0, y: 0 },
        { row: '1', label: '2', x: 60, y: 3 },
      ]),
    );
    expect(neighbour(apart, 0, 'right')).toBe(1);
    expect(neighbour(apart, 1, 'left')).toBe(0);
  });

  it('follow a curved row rather than jump to the row behind', () => {
    const seats = [0, 1].flatMap((row) =>
      Array.from({ length: 12 }, (_, i) => {
        const angle = (i - 5.5) * 0.08;
        const radius = 12 + row * 1.2;
        const [x, y] = [Math.sin(angle) * radius, Math.cos(angle) * radius];
        return { row: String(row), label: String(i), x, y };
      }),
    );
    const curved = buildChart(geometryOf(seats));
    for (let i = 0; i < 11; i++) expect(neighbour(curved, i, 'right')).toBe(i + 1);
    for (let i = 23; i > 12; i--) expect(neighbour(curved, i, 'left')).toBe(i - 1);
  });

  it('reach every seat of a hall from any other', () => {
    const reached = new Set([0]);
    const waiting = [0];
    for (let seat = waiting.pop(); seat !== undefined; seat = waiting.pop()) {
      for (const direction of ['left', 'right', 'up', 'down'] as const) {
        const next = neighbour(chart, seat, direction);
        if (next < 0 || reached.has(next)) continue;
        reached.add(next);
        waiting.push(next);
      }
    }
    expect(reached.size).toBe(15);
  });

  it('Home and End lead to the ends of the row, however it is numbered', () => {
    const odd = buildChart(
      geometryOf(['5', '3', '1', '2', '4'].map((label, x) => ({ row: 'A', label, x, y: 0 }))),
    );
    expect(odd.labels[rowEnd(odd, 2, 'first')]).toBe('5');
    expect(odd.labels[rowEnd(odd, 2, 'last')]).toBe('4');
  });
});
