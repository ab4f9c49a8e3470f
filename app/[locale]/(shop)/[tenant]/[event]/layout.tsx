import { notFound } from 'next/navigation';
import { database } from '@/lib/database';
import { findEvent } from '@/lib/events/queries';
import { tenantBySlug } from '@/lib/tenants/queries';

/** Asked before the skeleton is sent: an event that is not there must be answered with a 404. */
export default async function EventLayout({
  params,
  children,
}: LayoutProps<'/[locale]/[tenant]/[event]'>) {
  const { tenant: slug, event: name } = await params;
  const db = database();
  const tenant = await tenantBySlug(db, slug);
  const event =
    tenant && (await findEvent({ db, tenantId: tenant.id, actor: { kind: 'system' } }, name));
  if (!event) notFound();
  return children;
}
