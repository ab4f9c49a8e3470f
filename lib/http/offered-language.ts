import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { languageFor } from '@/lib/i18n/offered';
import type { Tenant } from '@/lib/tenants/queries';
import { askedPathHeader, inLanguage } from './asked-path';

/**
 * Leads a page that a house does not offer in this language to the same page in one that it does.
 * Call before anything is sent.
 */
export async function keepToOffered(
  tenant: Pick<Tenant, 'languages' | 'slug'>,
  locale: string,
): Promise<void> {
  const offered = languageFor(tenant.languages, locale);
  if (offered === locale) return;
  const asked = (await headers()).get(askedPathHeader) ?? `/${locale}/${tenant.slug}`;
  redirect(inLanguage(asked, offered));
}
