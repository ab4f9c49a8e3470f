import type { Metadata } from 'next';
import { type Locale, routing } from '@/lib/i18n/routing';

/**
 * `alternates` of a page's metadata: its own address and the same page in each language.
 * @param path without the language, such as `/teatro-aurora`; empty for the front page.
 * @param offered the languages that there are of it; the first is for who reads none of them
 */
export function localeAlternates(
  locale: string,
  path: string,
  offered: readonly Locale[] = routing.locales,
): Metadata['alternates'] {
  const languages = Object.fromEntries(offered.map((each) => [each, `/${each}${path}`]));
  return {
    canonical: `/${locale}${path}`,
    languages: { ...languages, 'x-default': `/${offered[0]}${path}` },
  };
}
