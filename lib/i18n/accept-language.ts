import { type Locale, routing } from './routing';

/**
 * The first of the house's languages that the header names, by its weights (RFC 9110, 12.5.4);
 * Spanish when it names none.
 */
export function languageOf(acceptLanguage: string | null): Locale {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .slice(0, 32)
    .map((part) => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(Boolean);
      return { language: range.split('-')[0], weight: weight ? Number(weight) : 1 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of ranked) {
    const known = routing.locales.find((locale) => locale === language);
    if (known) return known;
  }
  return routing.defaultLocale;
}
