import { hasLocale } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { routing } from './routing';

/**
 * The language of a page is its first path segment. Actions and route handlers have no such
 * segment: they name the language, as in `getTranslations({ locale, namespace })`.
 */
export default getRequestConfig(async ({ locale: named }) => {
  const wanted = named ?? (await localeOfPath());
  const locale = hasLocale(routing.locales, wanted) ? wanted : routing.defaultLocale;
  const { default: messages } = await import(`../../messages/${locale}.json`);
  return { locale, messages, timeZone: 'Europe/Madrid' };
});

async function localeOfPath(): Promise<string | undefined> {
  const { locale } = await import('next/root-params');
  return locale();
}
