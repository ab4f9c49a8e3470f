import { describe, expect, it } from 'vitest';
import {
  type Box,
  between,
  centreOn,
  clampView,
  fitView,
  reveal,
  scaleMaxPx,
  type View,
  visibleBox,
  zoomAt,
} from './viewport';

const hall: Box = [0, 0, 100, 50];
const size = { width: 432, height: 332 };
const screen = (view: View, x: number, y: number) => [
  x * view.scale + view.x,
  y * view.scale + view.y,
];

describe('the view over the plan', () => {
  it('shows the whole hall in the middle, with a margin', () => {
    const view = fitView(hall, size);
    expect(view.scale).toBe(4);
    expect(screen(view, 50, 25)).toEqual([216, 166]);
    expect(screen(view, 0, 0)[0]).toBe(16);
  });

  it('zooms about the pointer: what lay under it stays under it', () => {
    const view = zoomAt(fitView(hall, size), 3, 120, 80);
    const before = fitView(hall, size);
    const planX = (120 - before.x) / before.scale;
    const planY = (80 - before.y) / before.scale;
    const [x, y] = screen(view, planX, planY);
    expect(x).toBeCloseTo(120);
    expect(y).toBeCloseTo(80);
  });

  it('does not go further out than the whole, nor further in than the largest', () => {
    const fit = fitView(hall, size);
    expect(clampView(zoomAt(fit, 0.5, 10, 10), hall, size)).toEqual(fit);
    expect(clampView(zoomAt(fit, 100, 10, 10), hall, size).scale).toBe(scaleMaxPx);
  });

  it('does not let the hall be pulled out of the window', () => {
    const near = zoomAt(fitView(hall, size), 5, 216, 166);
    const left = clampView({ ...near, x: 9_999, y: 9_999 }, hall, size);
    const right = clampView({ ...near, x: -9_999, y: -9_999 }, hall, size);
    expect(screen(left, 0, 0)[0]).toBeLessThan(size.width / 2);
    expect(screen(right, 100, 50)[0]).toBeGreaterThan(size.width / 2);
  });

  it('centres a direction in which the hall is smaller than the window', () => {
    const view = clampView({ scale: 5, x: 0, y: 12 }, hall, size);
    expect(screen(view, 50, 25)[1]).toBe(size.height / 2);
  });

  it('knows which part of the plan the window shows', () => {
    const view = centreOn(50, 25, 10, size);
    const shown = visibleBox(view, size, 1).map((edge) => Math.round(edge * 10) / 10);
    expect(shown).toEqual([27.4, 7.4, 72.6, 42.6]);
  });

  it('moves no more than needed to bring a seat into sight', () => {
    const view = centreOn(50, 25, 10, size);
    expect(reveal(view, 51, 26, size, 60)).toEqual(view);
    const moved = reveal(view, 80, 25, size, 60);
    expect(screen(moved, 80, 25)).toEqual([size.width - 60, size.height / 2]);
    expect(moved.y).toBe(view.y);
  });

  it('keeps the fixed point of a zoom fixed on the whole way', () => {
    const from = fitView(hall, size);
    const to = zoomAt(from, 4, 300, 100);
    const fixed = [(300 - from.x) / from.scale, (100 - from.y) / from.scale] as const;
    for (const part of [0, 0.25, 0.5, 0.9, 1]) {
      const [x, y] = screen(between(from, to, part), ...fixed);
      expect(x).toBeCloseTo(300);
      expect(y).toBeCloseTo(100);
    }
  });
});
