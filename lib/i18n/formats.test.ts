import { describe, expect, it } from 'vitest';
import { longDate, posterDate, shortDate } from './dates';
import { listOf } from './lists';
import { formatMoney } from './money';

/** Intl parts figures from units with spaces that do not break. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('money', () => {
  it.each([
    [{ amount: 4500, currency: 'EUR' }, 'es', '45 €'],
    [{ amount: 4550, currency: 'EUR' }, 'es', '45,50 €'],
    [{ amount: 4550, currency: 'EUR' }, 'en', '€45.50'],
    [{ amount: 120000, currency: 'MXN' }, 'en', 'MX$1,200'],
    [{ amount: 900, currency: 'JPY' }, 'en', 'JP¥900'],
    [{ amount: 0, currency: 'EUR' }, 'es', '0 €'],
  ])('%j reads in %s as %s', (money, locale, text) => {
    expect(plain(formatMoney(money, locale))).toBe(text);
  });
});

describe('lists', () => {
  it.each([
    ['es', '3, 4 y 5'],
    ['en', '3, 4 and 5'],
  ])('read in %s as %s', (locale, text) => {
    expect(listOf(['3', '4', '5'], locale)).toBe(text);
  });
});

describe('dates', () => {
  const newYear = '2026-12-31T23:30:00Z';

  it('are those of the hall, not of the reader', () => {
    expect(posterDate(newYear, 'es', 'Europe/Madrid')).toEqual({
      weekday: 'vie',
      day: '1',
      month: 'ene',
      time: '0:30',
      isoDay: '2027-01-01',
    });
    expect(posterDate(newYear, 'es', 'America/Mexico_City').isoDay).toBe('2026-12-31');
  });

  it('read as each language writes them', () => {
    const at = '2026-03-14T19:30:00Z';
    expect(plain(longDate(at, 'es', 'Europe/Madrid'))).toBe('sábado, 14 de marzo de 2026, 20:30');
    expect(plain(longDate(at, 'en', 'Europe/Madrid'))).toBe('Saturday 14 March 2026, 20:30');
    expect(plain(shortDate(at, 'es', 'Europe/Madrid'))).toBe('14 de marzo, 20:30');
    expect(plain(shortDate(at, 'en', 'Europe/Madrid'))).toBe('14 March, 20:30');
  });

  it('write an early hour with one figure in Spanish and with two in English', () => {
    expect(plain(shortDate(newYear, 'es', 'Europe/Madrid'))).toBe('1 de enero, 0:30');
    expect(plain(shortDate(newYear, 'en', 'Europe/Madrid'))).toBe('1 January, 00:30');
    expect(posterDate('2026-06-14T08:05:00Z', 'en', 'Europe/Madrid').time).toBe('10:05');
    expect(posterDate('2026-06-14T07:05:00Z', 'en', 'Europe/Madrid').time).toBe('09:05');
  });
});
