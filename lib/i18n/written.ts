/**
 * Whose dates, figures and lists a language of the pages is written with: their English is
 * British, so the day comes before the month and the hour is one of 24.
 */
export function written(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}
