'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { MapZone } from '@/components/seat-map/map-zone';
import { Button } from '@/components/ui/button';
import { StatePanel } from '@/components/ui/state';
import type { EventView } from './event-view';
import { MapSkeleton } from './hall-skeleton';
import { HallViews } from './hall-views';
import { LiveHall } from './live-hall';
import { placesDomId } from './places-dom-id';
import type { Hall as HallData } from './use-hall';

/** The seats of an event, in step with the cart. */
export function Hall({
  heading,
  event,
  hall,
  zones,
  canChoose,
}: {
  heading: ReactNode;
  event: EventView;
  hall: HallData;
  zones: MapZone[];
  canChoose: boolean;
}) {
  const t = useTranslations('event');
  const { geometry, store, ready } = hall;
  return (
    <HallViews heading={heading} event={event} zones={zones} canChoose={canChoose}>
      {(views) => {
        if (geometry.isError) {
          return (
            <StatePanel
              hidden={views.view === 'best'}
              tone="warn"
              title={t('mapFailed')}
              line={t('mapFailedLine')}
              action={
                <Button pending={geometry.isFetching} onClick={geometry.refetch}>
                  {t('retry')}
                </Button>
              }
            />
          );
        }
        if (!geometry.data || !store || !ready) {
          return (
            <section
              hidden={views.view === 'best'}
              aria-label={t('loadingMap')}
              aria-busy
              className="grid gap-3"
            >
              <MapSkeleton />
            </section>
          );
        }
        return (
          <LiveHall
            {...views}
            event={event}
            geometry={geometry.data}
            store={store}
            zones={zones}
            canChoose={canChoose}
            onPlaces={showPlaces}
          />
        );
      }}
    </HallViews>
  );
}

function showPlaces(zoneId: number): void {
  const picker = document.getElementById(placesDomId(zoneId));
  picker?.focus();
  picker?.scrollIntoView({ block: 'center' });
}
