import { describe, expect, it } from 'vitest';
import { dayName, daySpan, dayTick } from './days';

const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

describe('calendar days', () => {
  it('read as each language writes them, in every time zone the same', () => {
    expect(dayTick('2026-11-24', 'es')).toBe('24 nov');
    expect(dayTick('2026-11-24', 'en')).toBe('24 Nov');
    expect(plain(dayName('2027-01-01', 'es'))).toBe('vie, 1 ene 2027');
    expect(plain(dayName('2027-01-01', 'en'))).toBe('Fri, 1 Jan 2027');
  });

  it('in a row name only once what they share', () => {
    const span = { from: '2026-10-28', to: '2026-11-24' };
    expect(plain(daySpan(span, 'es'))).toBe('28 de octubre – 24 de noviembre de 2026');
    expect(plain(daySpan(span, 'en'))).toBe('28 October – 24 November 2026');
    expect(plain(daySpan({ from: '2026-11-24', to: '2026-11-24' }, 'es'))).toBe(
      '24 de noviembre de 2026',
    );
  });
});
