import type { Locale } from './routing';

/** Where a language is asked for that a house does not offer, its own. */
export function languageFor(offered: readonly Locale[], wanted: string): Locale {
  return offered.find((each) => each === wanted) ?? offered[0] ?? 'es';
}
