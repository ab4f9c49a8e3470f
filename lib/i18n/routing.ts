import { defineRouting } from 'next-intl/routing';

/** Spanish first. Every page says its language in its path: `/es/…`, `/en/…`. */
export const routing = defineRouting({
  locales: ['es', 'en'],
  defaultLocale: 'es',
  localePrefix: 'always',
});

export type Locale = (typeof routing.locales)[number];

/** Each language as its speakers call it. */
export const languageNames: Record<Locale, string> = { es: 'Español', en: 'English' };
