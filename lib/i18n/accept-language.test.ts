import { describe, expect, it } from 'vitest';
import { languageOf } from './accept-language';

describe('the language of a first visit', () => {
  it.each([
    ['en-GB,en;q=0.9,es;q=0.8', 'en'],
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['fr-FR,en;q=0.4,es;q=0.6', 'es'],
    ['fr, en;q=0.2', 'en'],
    ['en;q=0, es;q=0.1', 'es'],
  ] as const)('follows the weights of %s', (header, locale) => {
    expect(languageOf(header)).toBe(locale);
  });

  it.each([null, '', 'fr', '*', ';;;q=,,'])(
    'is Spanish when the header %j names none of ours',
    (header) => {
      expect(languageOf(header)).toBe('es');
    },
  );
});
