import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache, Suspense } from 'react';
import { EventAbout } from '@/components/event/event-about';
import { EventHero } from '@/components/event/event-hero';
import { EventRoom } from '@/components/event/event-room';
import type { EventView } from '@/components/event/event-view';
import { RoomSkeleton } from '@/components/event/room-skeleton';
import { localeAlternates } from '@/components/shell/locale-alternates';
import { notFoundTitle } from '@/components/states/not-found-title';
import { noteView } from '@/lib/analytics/views';
import { database } from '@/lib/database';
import { type EventPage as EventData, eventPageWith } from '@/lib/events/event-page';
import { buyerContext } from '@/lib/http/page-context';
import { longDate } from '@/lib/i18n/dates';
import type { Locale } from '@/lib/i18n/routing';
import { lockStatus } from '@/lib/locks/queries';
import { type Tenant, tenantBySlug } from '@/lib/tenants/queries';
import { zoneFigures } from './zone-figures';

type Props = PageProps<'/[locale]/[tenant]/[event]'>;

/** Read once a request, for the page and its metadata. */
const read = cache(
  async (slug: string, name: string): Promise<{ tenant: Tenant; event: EventData } | null> => {
    const tenant = await tenantBySlug(database(), slug);
    if (!tenant) return null;
    const ctx = await buyerContext(tenant.id);
    const event = await eventPageWith(ctx, name, (eventId) => zoneFigures(ctx, eventId));
    return event && { tenant, event };
  },
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, tenant: slug, event: name } = await params;
  const found = await read(slug, name);
  if (!found) return notFoundTitle();
  const { tenant, event } = found;
  const when = longDate(event.startsAt, locale, event.timeZone);
  return {
    title: event.name,
    description: `${when.charAt(0).toLocaleUpperCase(locale)}${when.slice(1)}. ${event.venue.name}, ${event.venue.city}.`,
    alternates: localeAlternates(locale, `/${slug}/${event.slug}`, tenant.languages),
  };
}

/** An event: what it is, the hall to choose in, and the cart. */
export default async function EventPage({ params }: Props) {
  const { locale, tenant: slug, event: name } = await params;
  const found = await read(slug, name);
  if (!found) notFound();
  const { tenant, event } = found;
  const ctx = await buyerContext(tenant.id);
  noteView(ctx, { eventId: event.id, headers: await headers() });
  return (
    <>
      <EventHero
        tenant={tenant}
        name={event.name}
        startsAt={event.startsAt}
        timeZone={event.timeZone}
        venueName={event.venue.name}
        venueCity={event.venue.city}
        accent={tenant.accent}
      />
      <Suspense fallback={<RoomSkeleton />}>
        <Room tenantId={tenant.id} event={event} />
      </Suspense>
      <EventAbout text={event.description[locale as Locale]} venue={event.venue} />
    </>
  );
}

async function Room({ tenantId, event }: { tenantId: number; event: EventData }) {
  const status = await lockStatus(await buyerContext(tenantId));
  return <EventRoom event={viewOf(event)} status={status} />;
}

function viewOf(event: EventData): EventView {
  return {
    id: event.id,
    slug: event.slug,
    tenant: event.tenant,
    tenantName: event.tenantName,
    name: event.name,
    onSale: event.onSale,
    saleStartsAt: event.saleStartsAt,
    saleEndsAt: event.saleEndsAt,
    timeZone: event.timeZone,
    mapVersion: event.mapVersion,
    seatCount: event.seatCount,
    orphanRule: event.orphanRule,
    plan: event.venue.plan,
    zones: event.zones,
  };
}
