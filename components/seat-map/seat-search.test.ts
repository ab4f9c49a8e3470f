import { describe, expect, it } from 'vitest';
import { buildChart, rowsByZone } from './chart';
import { findSeat } from './seat-search';
import { geometryOf } from './test-halls';

const names: Record<number, string> = {
  1: 'Sección 1',
  2: 'Sección 10',
  3: 'Sección 101',
  4: 'Platea',
  5: 'Palco de presidencia',
};
const chart = buildChart(
  geometryOf(
    Object.keys(names).flatMap((zone) =>
      ['A', '7', '12'].flatMap((row, y) =>
        ['1', '2', '3'].map((label, x) => ({ zone: Number(zone), row, label, x, y })),
      ),
    ),
  ),
);
const rows = rowsByZone(chart);
const zones = Object.entries(names).map(([id, title]) => ({
  id: Number(id),
  title,
  rows: rows.get(Number(id))!,
}));
const find = (text: string, among = zones) => {
  const { zoneIds, row, seat } = findSeat(text, among, chart);
  const [zone] = zoneIds;
  return [
    zoneIds,
    row === null || zone === undefined ? null : chart.rows[row]!.name,
    seat === null ? null : chart.labels[seat]!,
  ];
};

describe('what is looked for in the list', () => {
  it('is a section by its number, the whole number before those that begin with it', () => {
    expect(find('10')).toEqual([[2, 3], null, null]);
    expect(find('Sección 1')).toEqual([[1, 2, 3], null, null]);
    expect(find('10', [...zones].reverse())).toEqual([[2, 3], null, null]);
  });

  it('is a row and a seat, with or without their words, in either language', () => {
    expect(find('101 7 2')).toEqual([[3], '7', '2']);
    expect(find('sección 101, fila 7, butaca 2')).toEqual([[3], '7', '2']);
    expect(find('Section 101 row 12')).toEqual([[3], '12', null]);
  });

  it('is named without accents, in part, in any case', () => {
    expect(find('PLAT a')).toEqual([[4], 'A', null]);
    expect(find('presid')).toEqual([[5], null, null]);
  });

  it('that the zone does not have leads to the zone', () => {
    expect(find('platea 99')).toEqual([[4], null, null]);
    expect(find('platea 7 99')).toEqual([[4], '7', null]);
  });

  it('is a row alone where its zone needs no name, and nothing where nobody answers', () => {
    const stalls = zones.filter((zone) => zone.id === 4);
    expect(find('fila 12', stalls)).toEqual([[4], '12', null]);
    expect(find('gallinero')).toEqual([[], null, null]);
  });
});
