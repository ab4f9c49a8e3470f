import { describe, expect, it } from 'vitest';
import { clockTime, datedName, plainStamp, stamp, timeStamp } from './stamps';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const at = '2026-12-31T23:30:05Z';

describe('moments', () => {
  it('are those of the house, to the second', () => {
    expect(plain(stamp(at, 'es', 'Europe/Madrid'))).toBe('1 ene 2027, 0:30:05');
    expect(plain(stamp(at, 'en', 'America/Mexico_City'))).toBe('31 Dec 2026, 17:30:05');
    expect(timeStamp(at, 'es', 'Europe/Madrid')).toBe('0:30:05');
    expect(clockTime(at, 'en', 'Europe/Madrid')).toBe('00:30');
  });

  it('tell two performances of one day apart', () => {
    const names = ['2026-12-11T16:00:00Z', '2026-12-11T19:30:00Z'].map((startsAt) =>
      datedName({ name: 'Noche', startsAt }, 'es', 'Europe/Madrid'),
    );
    expect(names.map(plain)).toEqual(['Noche · 11 dic, 17:00', 'Noche · 11 dic, 20:30']);
  });

  it('in a file are written for every spreadsheet', () => {
    expect(plainStamp(at, 'Europe/Madrid')).toBe('2027-01-01 00:30:05');
  });
});
