import { describe, expect, it } from 'vitest';
import { differing, timeZoneOf } from './policy';

describe('a time zone', () => {
  it.each([
    ['Europe/Madrid', 'Europe/Madrid'],
    ['america/bogota', 'America/Bogota'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['UTC', 'UTC'],
    ['Bogotá', 'America/Bogota'],
    ['America/Bogotá', 'America/Bogota'],
    ['mexico city', 'America/Mexico_City'],
    ['america/são paulo', 'America/Sao_Paulo'],
    [' Madrid ', 'Europe/Madrid'],
  ])('is a place: %s', (typed, name) => {
    expect(timeZoneOf(typed)).toBe(name);
  });

  it.each(['+02:00', 'Europe', 'Europe/Nowhere', 'CET', '', 'Madrid/Europe', "Europe/Madrid' --"])(
    'is not %j',
    (typed) => {
      expect(timeZoneOf(typed)).toBeNull();
    },
  );
});

describe('what a change makes different', () => {
  it('is told field by field, with what is within compared by its content', () => {
    const before = {
      name: 'A',
      tagline: { es: 'a', en: 'b' },
      languages: ['es', 'en'],
      limit: null,
    };
    expect(differing(before, structuredClone(before))).toEqual([]);
    const after = { ...before, tagline: { es: 'a', en: 'c' }, languages: ['en', 'es'], limit: 0 };
    expect(differing<object>(before, after).map(({ field }) => field)).toEqual([
      'tagline',
      'languages',
      'limit',
    ]);
  });
});
