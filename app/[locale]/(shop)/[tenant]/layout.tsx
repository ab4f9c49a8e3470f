import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TenantTheme } from '@/components/shell/tenant-theme';
import { notFoundTitle } from '@/components/states/not-found-title';
import { database } from '@/lib/database';
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
  const { tenant: slug } = await params;
  const tenant = await tenantBySlug(database(), slug);
  if (!tenant) notFound();
  return (
    <>
      <TenantTheme accent={tenant.accent} />
      {children}
    </>
  );
}
