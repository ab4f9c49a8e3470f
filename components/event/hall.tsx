'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useCart } from '@/components/cart/cart-provider';
import { placeKey } from '@/components/cart/place';
import type { MapZone } from '@/components/seat-map/map-zone';
import { SeatMap } from '@/components/seat-map/seat-map';
import type { SeatStore } from '@/components/seat-map/seat-store';
import { Button } from '@/components/ui/button';
import { StatePanel } from '@/components/ui/state';
import type { HallColumns } from '@/lib/events/packed-geometry';
import type { EventView } from './event-view';
import { MapSkeleton } from './hall-skeleton';
import { HallViews, type Views } from './hall-views';
import { placesDomId } from './places-dom-id';
import { seatPlace } from './seat-place';
import { syncSeats } from './seat-sync';
import type { Hall as HallData } from './use-hall';

/** A second click this soon on the same seat is the other half of a double click. */
const doubleClickMs = 350;

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
                <Button pending={geometry.isFetching} onClick={() => void geometry.refetch()}>
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
          />
        );
      }}
    </HallViews>
  );
}

function LiveHall({
  event,
  geometry,
  store,
  canChoose,
  ...rest
}: Views & {
  event: EventView;
  geometry: HallColumns;
  store: SeatStore;
  zones: MapZone[];
  canChoose: boolean;
}) {
  const cart = useCart();
  useEffect(() => syncSeats(cart, store, event.id), [cart, store, event.id]);
  const placeOf = useMemo(() => seatPlace(event, geometry, store), [event, geometry, store]);

  const last = useRef({ seatId: 0, at: Number.NEGATIVE_INFINITY });

  const toggle = (seatId: number) => {
    const at = performance.now();
    const doubled = last.current.seatId === seatId && at - last.current.at < doubleClickMs;
    last.current = { seatId, at };
    if (doubled) return;
    const place = placeOf(seatId);
    if (!place) return;
    const held = cart.state.lines.some((line) => line.key === placeKey(place));
    if (held || canChoose) cart.change(place, held ? -1 : 1);
  };
  const showPlaces = (zoneId: number) => {
    const picker = document.getElementById(placesDomId(zoneId));
    picker?.focus();
    picker?.scrollIntoView({ block: 'center' });
  };
  return (
    <SeatMap
      {...rest}
      geometry={geometry}
      plan={event.plan}
      store={store}
      canChoose={canChoose}
      onToggle={toggle}
      onPlaces={showPlaces}
    />
  );
}
