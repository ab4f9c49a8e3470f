import { defineRouting } from 'next-intl/routing';

/** Spanish first. Every page says its language in its path: `/es/…`, `/en/…`. */
export const routing = defineRouting({
  locales: ['es', 'en'],
  defaultLocale: 'es',
  localePrefix: 'always',
});

export type Locale = (typeof routing.locales)[number];
