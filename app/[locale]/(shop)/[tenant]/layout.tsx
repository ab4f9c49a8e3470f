import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OneLanguage } from '@/components/shell/one-language';
import { TenantTheme } from '@/components/shell/tenant-theme';
import { notFoundTitle } from '@/components/states/not-found-title';
import { database } from '@/lib/database';
import { keepToOffered } from '@/lib/http/offered-language';
import { tenantBySlug } from '@/lib/tenants/queries';

export async function generateMetadata({
  params,
}: LayoutProps<'/[locale]/[tenant]'>): Promise<Metadata> {
  const { tenant: slug } = await params;
  const tenant = await tenantBySlug(database(), slug);
  if (!tenant) return notFoundTitle();
  return { title: { default: tenant.name, template: `%s · ${tenant.name}` } };
}

/** An organizer's rooms: the house in the organizer's colour. */
export default async function TenantLayout({
  params,
  children,
}: LayoutProps<'/[locale]/[tenant]'>) {
  const { locale, tenant: slug } = await params;
  const tenant = await tenantBySlug(database(), slug);
  if (!tenant) notFound();
  await keepToOffered(tenant, locale);
  return (
    <>
      <TenantTheme accent={tenant.accent} />
      <OneLanguage languages={tenant.languages} />
      {children}
    </>
  );
}
