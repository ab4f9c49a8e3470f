import { describe, expect, it } from 'vitest';
import { filterQuery } from './address';
import { queryOf, readRowsFilter } from './asked';
import { rowsFilterSchema } from './schema';

const today = '2026-11-24';
const event = '0193c0de-0000-7000-8000-000000000000';
const query = {
  from: '2026-11-01',
  to: '2026-11-20',
  event,
  outcome: 'lost',
  stage: 'checkout',
  zone: '7',
  price: '4500',
  hour: '0',
  device: 'phone',
  extensions: '0',
  seat: '12',
  cart: 'sold',
};

describe('the rows that an address asks for', () => {
  it('are those of a figure’s own filter, there and back', () => {
    const filter = readRowsFilter(query, today);
    expect(filter).toMatchObject({
      eventId: event,
      zoneId: 7,
      hour: 0,
      extensions: 0,
      cart: 'sold',
    });
    expect(Object.fromEntries(new URLSearchParams(filterQuery(queryOf(filter))))).toEqual(query);
  });

  it('leave out what cannot be, and keep the rest', () => {
    const asked = {
      ...query,
      hour: '24',
      event: 'nada',
      outcome: 'stolen',
      price: '-1',
      cursor: `1.${'-'.repeat(36)}`,
    };
    const filter = readRowsFilter(asked, today);
    expect(filter).toMatchObject({ stage: 'checkout', device: 'phone', from: '2026-11-01' });
    for (const name of ['hour', 'eventId', 'outcome', 'price', 'cursor']) {
      expect(filter).not.toHaveProperty(name);
    }
  });

  it.each([
    '0000-01-01',
    '0000-02-30',
    '1999-12-31',
    '9999-12-31',
    '10000-01-01',
    '-1',
    '-0001-01-01',
  ])('are of days that there can be, whatever day is typed: %s', (day) => {
    for (const days of [{ from: day }, { to: day }, { from: day, to: day }]) {
      const { from, to, stage } = readRowsFilter({ ...query, from: '', to: '', ...days }, today);
      expect(rowsFilterSchema.parse({ from, to })).toEqual({ from, to });
      expect(to <= today && stage === 'checkout', JSON.stringify(days)).toBe(true);
    }
  });

  it('are those of the last four weeks where nothing is said, empty fields of a form included', () => {
    const filter = readRowsFilter({ from: '', to: '', outcome: '', zone: '' }, today);
    expect(filter).toEqual({ from: '2026-10-28', to: today });
  });
});
