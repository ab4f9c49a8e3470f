import { describe, expect, it } from 'vitest';
import { columns, matcher, noFilter, sortRows } from './criteria';
import { rowOf } from './row';
import { lock } from './testing';

const row = (change: Parameters<typeof lock>[0]) => rowOf(lock(change));
const all = () => true;
const seatsBy = (
  by: (typeof columns)[number],
  descending: boolean,
  ...rows: ReturnType<typeof row>[]
) => sortRows([...rows], { by, descending }, (id) => id).map(({ seat }) => seat);

describe('a filter', () => {
  it('finds those whose device nobody knows', () => {
    const [known, unknown] = [row({ device: 'phone' }), row({ device: null })];
    const wanted = matcher({ ...noFilter, device: 'unknown' }, all);
    expect([known, unknown].filter(wanted)).toEqual([unknown]);
  });

  it('asks for all that is wished at once', () => {
    const wanted = matcher({ ...noFilter, stage: 'paying', zoneId: 2 }, all);
    expect(wanted(row({ stage: 'paying', zoneId: 1 }))).toBe(false);
    expect(wanted(row({ stage: 'paying', zoneId: 2 }))).toBe(true);
  });
});

describe('an order', () => {
  it('knows figures within words: seat 9 comes before seat 10', () => {
    const rows = ['10', '9', '1'].map((seat) => row({ seat }));
    expect(seatsBy('place', false, ...rows)).toEqual(['1', '9', '10']);
    expect(seatsBy('place', true, ...rows)).toEqual(['10', '9', '1']);
  });

  it('goes by how far a buyer is, not by the word for it', () => {
    const rows = (['paying', 'cart', 'checkout'] as const).map((stage) =>
      row({ stage, seat: stage }),
    );
    expect(seatsBy('stage', false, ...rows)).toEqual(['cart', 'checkout', 'paying']);
  });

  it('leaves equals in the order in which they were locked, whichever way it goes', () => {
    const rows = ['a', 'b', 'c'].map((seat) => row({ seat }));
    for (const descending of [false, true]) {
      expect(seatsBy('value', descending, ...[...rows].reverse())).toEqual(['a', 'b', 'c']);
    }
  });

  it('is there for every column', () => {
    for (const by of columns) expect(seatsBy(by, false, row({}), row({}))).toHaveLength(2);
  });
});
