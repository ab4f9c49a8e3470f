import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EventPicker } from '@/components/admin/hall/event-picker';
import { type HallEvent, HallRoom } from '@/components/admin/hall/hall-room';
import { PageHead } from '@/components/admin/page-head';
import { StatePanel } from '@/components/ui/state';
import { type EventPage, eventPage } from '@/lib/events/event-page';
import { houseChoices } from '@/lib/events/house-list';
import { staffPage } from '@/lib/http/staff';
import type { Locale } from '@/lib/i18n/routing';

type Props = PageProps<'/[locale]/admin/[tenant]/hall'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'admin.hall' });
  return { title: t('title') };
}

/** The hall of one event: now, over the life of its sale, and minute by minute. */
export default async function HallPage({ params, searchParams }: Props) {
  const { ctx, tenant } = await staffPage(params, 'locks.see');
  const [{ event: asked }, choices] = await Promise.all([searchParams, houseChoices(ctx)]);
  const t = await getTranslations('admin.hall');
  const id = asked === undefined ? choices[0]?.id : String(asked);
  if (id === undefined) {
    return (
      <>
        <PageHead title={t('title')} line={t('line')} />
        <StatePanel title={t('noEvent')} line={t('noEventLine')} />
      </>
    );
  }
  const event = await eventPage(ctx, id);
  if (!event) notFound();
  const { slug, timeZone } = tenant;
  return (
    <>
      <PageHead title={t('title')} line={t('line')}>
        <EventPicker tenant={slug} timeZone={timeZone} events={choices} chosen={event.id} />
      </PageHead>
      {event.zones.length === 0 ? (
        <StatePanel title={t('noZones')} line={t('noZonesLine')} />
      ) : (
        <HallRoom key={event.id} tenant={slug} event={hallOf(event)} />
      )}
    </>
  );
}

function hallOf(event: EventPage): HallEvent {
  const { id, mapVersion, saleStartsAt, timeZone, venue, zones } = event;
  return { id, mapVersion, saleStartsAt, timeZone, plan: venue.plan, zones };
}
