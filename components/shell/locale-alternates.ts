import type { Metadata } from 'next';
import { routing } from '@/lib/i18n/routing';

/**
 * `alternates` of a page's metadata: its own address and the same page in each language.
 * @param path without the language, such as `/teatro-aurora`; empty for the front page.
 */
export function localeAlternates(locale: string, path: string): Metadata['alternates'] {
  const languages = Object.fromEntries(routing.locales.map((each) => [each, `/${each}${path}`]));
  return {
    canonical: `/${locale}${path}`,
    languages: { ...languages, 'x-default': `/${routing.defaultLocale}${path}` },
  };
}
