import { describe, expect, test } from 'vitest';
import type { HeatData } from './heat-data';
import { hallQuery, layerOf, layers, scaleOf, shadeOf, stepOf } from './layers';

const of = (locks: number[], soldAfter: number[] = []): HeatData => ({
  locks: Uint16Array.from(locks),
  sold: new Uint16Array(locks.length),
  abandoned: new Uint16Array(locks.length),
  soldAfter: Int32Array.from(soldAfter),
  zones: new Map(),
});

describe('the address of a layer', () => {
  test('names it and its event, and opens it', () => {
    expect(hallQuery('e1', 'live')).toBe('event=e1');
    expect(hallQuery('e1', 'sales')).toBe('event=e1&layer=sales');
    for (const layer of layers) {
      expect(layerOf(new URLSearchParams(hallQuery('e1', layer)).get('layer'))).toBe(layer);
    }
  });

  test('that names one that there is not opens the hall as it is now', () => {
    for (const asked of [null, '', 'heat', 'Sales']) expect(layerOf(asked)).toBe('live');
  });
});

describe('the shades of the hall', () => {
  test('few counts have a shade each, from the palest to the strongest', () => {
    const scale = scaleOf('locks', of([1, 3]));
    expect(scale.edges).toEqual([1, 2, 3]);
    expect([1, 2, 3].map((count) => stepOf(scale, count))).toEqual([0, 3, 5]);
  });

  test('many counts share six, the last of which ends with the most of all', () => {
    for (const most of [7, 8, 20, 150, 4_000]) {
      const scale = scaleOf('locks', of([0, most]));
      const { edges } = scale;
      expect(edges).toHaveLength(6);
      expect(edges.at(-1)).toBe(most);
      for (let i = 1; i < 6; i++) expect(edges[i]!).toBeGreaterThan(edges[i - 1]!);
      expect(stepOf(scale, most)).toBe(5);
      expect(stepOf(scale, 0.2)).toBe(0);
    }
  });

  test('sales are parted at round times into about equal shares, the quickest the strongest', () => {
    const minutes = Array.from({ length: 60 }, (_, i) => i * 20 - 1);
    const scale = scaleOf('sales', of([], minutes));
    expect(scale.edges).toEqual([360, 720, 1_440, Infinity]);
    expect([0, 360, 361, 1_000, 9_999].map((after) => stepOf(scale, after))).toEqual([
      5, 5, 3, 2, 0,
    ]);
  });

  test('sales that all came at once have one shade, and none before the first sale', () => {
    expect(scaleOf('sales', of([], [3, 3, 4, 4, 4])).edges).toEqual([5, Infinity]);
    expect(scaleOf('sales', of([], [-1, -1])).edges).toEqual([Infinity]);
  });

  test('a share lies in the shade whose upper end it does not pass', () => {
    const scale = scaleOf('abandonment', of([]));
    expect([0.01, 0.2, 0.21, 0.5, 0.66, 1].map((share) => stepOf(scale, share))).toEqual([
      0, 0, 1, 2, 4, 5,
    ]);
  });

  test('a single shade is neither the palest nor the strongest', () => {
    expect(shadeOf(1, 0)).toBe(3);
  });
});
