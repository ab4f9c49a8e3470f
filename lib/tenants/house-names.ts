import { type Locale, routing } from '@/lib/i18n/routing';
import { currencies } from './currencies';

/** By code. */
export type HouseNames = { currencies: Record<string, string>; languages: Record<string, string> };

/**
 * What the currencies and the languages are called in a reader's language. Made by the server
 * alone: a browser has other data, and would call some of them otherwise.
 */
export function houseNames(locale: Locale): HouseNames {
  const named = (codes: readonly string[], type: 'currency' | 'language') => {
    const names = new Intl.DisplayNames(locale, { type });
    return Object.fromEntries(codes.map((code) => [code, names.of(code) ?? code]));
  };
  return {
    currencies: named(currencies, 'currency'),
    languages: named(routing.locales, 'language'),
  };
}
