import { expect, it } from 'vitest';
import { languageFor } from './offered';

it('a house is read in the language asked for where it offers it, else in its own', () => {
  expect(languageFor(['es', 'en'], 'en')).toBe('en');
  expect(languageFor(['es'], 'en')).toBe('es');
  expect(languageFor(['en'], 'es')).toBe('en');
  expect(languageFor(['en', 'es'], 'fr')).toBe('en');
});
