import { describe, expect, it } from 'vitest';
import { buildChart, rowsByZone } from './chart';
import { geometryOf } from './test-halls';

describe('the chart of a hall', () => {
  const chart = buildChart(
    geometryOf([
      { zone: 7, row: '1', label: '1', x: 0, y: 0 },
      { zone: 7, row: '1', label: '2', x: 1, y: 0 },
      { zone: 7, row: '2', label: '1', x: 0, y: 1 },
      { zone: 4, row: '1', label: '1', x: 0, y: 5 },
      { zone: 7, row: '2', label: '2', x: 1, y: 1 },
    ]),
  );

  it('keeps rows of the same name in different zones apart', () => {
    expect(chart.rows.map(({ name, zone }) => [chart.zoneIds[zone], name])).toEqual([
      [7, '1'],
      [7, '2'],
      [4, '1'],
    ]);
  });

  it('lists every seat in exactly one row, in order, wherever it comes in the geometry', () => {
    expect(chart.rows.map(({ seats }) => [...seats])).toEqual([[0, 1], [2, 4], [3]]);
    expect([...chart.rowOf]).toEqual([0, 0, 1, 2, 1]);
  });

  it('groups rows under their zone for the list', () => {
    expect([...rowsByZone(chart)]).toEqual([
      [7, [0, 1]],
      [4, [2]],
    ]);
  });
});
