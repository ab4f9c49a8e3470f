'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { MapSkeleton } from '@/components/event/hall-skeleton';
import type { MapZone } from '@/components/seat-map/map-zone';
import type { VenuePlan } from '@/components/seat-map/plan';
import { Button } from '@/components/ui/button';
import { StatePanel } from '@/components/ui/state';
import { HallBoard } from './hall-board';
import { useLiveHall } from './use-live-hall';

/** What the browser needs of an event to tell how its hall sells. */
export type HallEvent = {
  id: string;
  mapVersion: number;
  saleStartsAt: string;
  timeZone: string;
  plan: VenuePlan;
  zones: MapZone[];
};

/** An event's hall from the house's own side, once its seats are here. */
export function HallRoom({ tenant, event }: { tenant: string; event: HallEvent }) {
  const t = useTranslations('admin.hall');
  const address = useMemo(() => ({ tenant, eventId: event.id }), [tenant, event.id]);
  const live = useLiveHall(address, event.mapVersion, event.zones);
  const { geometry, store, feed } = live;
  if (geometry.isError) {
    return (
      <StatePanel
        tone="warn"
        title={t('mapFailed')}
        line={t('mapFailedLine')}
        action={
          <Button pending={geometry.isFetching} onClick={geometry.refetch}>
            {t('again')}
          </Button>
        }
      />
    );
  }
  if (!geometry.data || !store) {
    return (
      <section aria-label={t('loading')} aria-busy className="grid gap-3">
        <MapSkeleton />
      </section>
    );
  }
  return (
    <HallBoard
      address={address}
      event={event}
      geometry={geometry.data}
      live={store}
      liveZones={live.zones}
      broken={feed !== 'live'}
    />
  );
}
