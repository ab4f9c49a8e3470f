import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayAt,
  daysIn,
  presetOf,
  presetPeriod,
  presets,
  readPeriod,
  weekOf,
} from './periods';
import { daysOf, periodBefore } from './policy';

const today = '2026-11-24';

describe('a period', () => {
  it.each([
    [
      'the day before New Year',
      { from: '2027-01-01', to: '2027-01-01' },
      '2026-12-31',
      '2026-12-31',
    ],
    ['four weeks', { from: '2026-10-28', to: '2026-11-24' }, '2026-09-30', '2026-10-27'],
    [
      'the week in which clocks go back',
      { from: '2026-10-20', to: '2026-10-26' },
      '2026-10-13',
      '2026-10-19',
    ],
    ['a leap day', { from: '2028-03-01', to: '2028-03-01' }, '2028-02-29', '2028-02-29'],
    ['a year', { from: '2026-01-01', to: '2026-12-31' }, '2025-01-01', '2025-12-31'],
  ])('is compared with as many days just before it: %s', (_, period, from, to) => {
    expect(periodBefore(period)).toEqual({ from, to });
    expect(daysIn(periodBefore(period))).toBe(daysIn(period));
  });

  it('is as long by the calendar, whatever the clocks do', () => {
    expect(daysIn({ from: '2026-03-29', to: '2026-03-29' })).toBe(1);
    expect(daysOf({ from: '2026-03-28', to: '2026-03-30' })).toEqual([
      '2026-03-28',
      '2026-03-29',
      '2026-03-30',
    ]);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it.each([
    ['today', today, today, 1],
    ['yesterday', '2026-11-23', '2026-11-23', 1],
    ['week', '2026-11-18', today, 7],
    ['month', '2026-10-28', today, 28],
    ['quarter', '2026-08-27', today, 90],
    ['year', '2026-01-01', today, 328],
  ] as const)('by the name of %s goes from %s to %s', (preset, from, to, days) => {
    expect(presetPeriod(preset, today)).toEqual({ from, to });
    expect(daysIn({ from, to })).toBe(days);
  });

  it('is known by its name again, and has none otherwise', () => {
    for (const preset of presets) expect(presetOf(presetPeriod(preset, today), today)).toBe(preset);
    expect(presetOf({ from: '2026-11-01', to: today }, today)).toBeNull();
  });
});

describe('the period of an address', () => {
  it.each([
    ['nothing', {}, '2026-10-28', today],
    ['two days', { from: '2026-11-01', to: '2026-11-10' }, '2026-11-01', '2026-11-10'],
    ['a beginning only', { from: '2026-11-01' }, '2026-11-01', today],
    ['an end only', { to: '2026-11-10' }, '2026-11-10', '2026-11-10'],
    [
      'both the wrong way round',
      { from: '2026-11-10', to: '2026-11-01' },
      '2026-11-01',
      '2026-11-10',
    ],
    ['days to come', { from: '2026-11-20', to: '2027-05-01' }, '2026-11-20', today],
    ['only days to come', { from: '2027-04-01', to: '2027-05-01' }, today, today],
    ['a day that is none', { from: '2026-02-30', to: 'hoy' }, '2026-10-28', today],
    ['days before 2000', { from: '0000-01-01', to: '1999-12-31' }, '2000-01-01', '2000-01-01'],
    ['an end in the year 0', { to: '0000-01-01' }, '2000-01-01', '2000-01-01'],
    ['a beginning in the year 0', { from: '0000-01-01' }, '2024-09-16', today],
    ['the last year of four digits', { from: '9999-01-01', to: '9999-12-31' }, today, today],
    ['a year of five digits', { from: '10000-01-01', to: '10000-12-31' }, '2026-10-28', today],
    ['years before the first', { from: '-1', to: '-0001-01-01' }, '2026-10-28', today],
    ['a century', { from: '1926-01-01', to: today }, '2024-09-16', today],
  ])('that says %s', (_, asked, from, to) => {
    expect(readPeriod(asked, today)).toEqual({ from, to });
  });
});

describe('a day', () => {
  it('is the one of the house at that moment', () => {
    const midnight = new Date('2026-12-31T23:30:00Z');
    expect(dayAt(midnight, 'Europe/Madrid')).toBe('2027-01-01');
    expect(dayAt(midnight, 'America/Mexico_City')).toBe('2026-12-31');
  });

  it('belongs to the week of its Monday', () => {
    expect(weekOf('2026-11-23')).toBe('2026-11-23');
    expect(weekOf('2026-11-29')).toBe('2026-11-23');
    expect(weekOf('2027-01-02')).toBe('2026-12-28');
  });
});
