import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';

/** What a page that is not there is called. */
export async function notFoundTitle(): Promise<Metadata> {
  const t = await getTranslations('states');
  return { title: t('notFoundTitle'), robots: { index: false } };
}
