import { describe, expect, it } from 'vitest';
import { clockTime, plainStamp, stamp, timeStamp } from './stamps';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const at = '2026-12-31T23:30:05Z';

describe('moments', () => {
  it('are those of the house, to the second', () => {
    expect(plain(stamp(at, 'es', 'Europe/Madrid'))).toBe('1 ene 2027, 0:30:05');
    expect(plain(stamp(at, 'en', 'America/Mexico_City'))).toBe('31 Dec 2026, 17:30:05');
    expect(timeStamp(at, 'es', 'Europe/Madrid')).toBe('0:30:05');
    expect(clockTime(at, 'en', 'Europe/Madrid')).toBe('00:30');
  });

  it('in a file are written for every spreadsheet', () => {
    expect(plainStamp(at, 'Europe/Madrid')).toBe('2027-01-01 00:30:05');
  });
});
