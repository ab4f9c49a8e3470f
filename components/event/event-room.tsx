'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { CartNotices } from '@/components/cart/cart-notices';
import { CartPanel } from '@/components/cart/cart-panel';
import { CartProvider, useCartState } from '@/components/cart/cart-provider';
import { CartSheet } from '@/components/cart/cart-sheet';
import { ConnectionNotice } from '@/components/cart/connection-notice';
import { CountdownAnnouncer } from '@/components/cart/countdown-announcer';
import { sideBySide } from '@/components/swap/side-by-side';
import { SwapProvider } from '@/components/swap/swap-context';
import type { LockStatus } from '@/lib/locks/schema';
import type { EventView } from './event-view';
import { supplyOf } from './figures';
import { Hall } from './hall';
import { PlacesPickers } from './places-pickers';
import { firstBack } from './returns';
import { saleOf } from './sale';
import { SaleNotice } from './sale-notice';
import { useHall } from './use-hall';
import { useSaleTurn } from './use-sale-turn';
import { useZones } from './use-zones';

/** Where a buyer chooses: the hall, and the cart beside it or below. */
export function EventRoom({ event, status }: { event: EventView; status: LockStatus }) {
  return (
    <CartProvider tenant={event.tenant} status={status}>
      <Room event={event} drawnAt={status.serverTime} />
    </CartProvider>
  );
}

function Room({ event, drawnAt }: { event: EventView; drawnAt: string }) {
  const t = useTranslations('cart');
  const words = useTranslations('event');
  const hall = useHall({ tenant: event.tenant, eventId: event.id }, event.mapVersion, event.zones);
  const zones = useZones(event.zones, hall);
  const sale = hall.withdrawn ? 'withdrawn' : saleOf(event, drawnAt);
  useSaleTurn(event, sale, drawnAt);
  const ownUnits = useOwnUnits(event.id);
  const supply = supplyOf(hall.figures, ownUnits);
  const canChoose = sale === 'open';
  const general = zones.filter((zone) => zone.type === 'general');
  return (
    <SwapProvider eventId={event.id} sideBySide={useSideBySide(hall, canChoose)}>
      <div className="mx-auto grid w-full max-w-6xl grid-cols-1 gap-8 pb-10 sm:px-8 lg:grid-cols-[minmax(0,1fr)_23rem] lg:pb-16">
        <div className="grid min-w-0 grid-cols-1 content-start gap-6">
          <SaleNotice
            event={event}
            sale={sale}
            supply={supply}
            backInMinutes={firstBack(zones)}
            className="empty:hidden max-sm:mx-5"
          />
          {/* Wherever in a long hall the buyer is, a lost connection stays in sight. */}
          <ConnectionNotice
            stale={hall.stale}
            className="sticky top-3 z-30 empty:hidden max-sm:mx-5"
          />
          {event.seatCount > 0 && (
            <Hall
              heading={
                <h2 className="font-display text-2xl">
                  {words(canChoose && supply !== 'sold_out' ? 'chooseSeats' : 'hall')}
                </h2>
              }
              event={event}
              hall={hall}
              zones={zones}
              canChoose={canChoose}
            />
          )}
          <div className="max-sm:mx-5">
            <PlacesPickers event={event} zones={general} canChoose={canChoose} />
          </div>
        </div>
        <aside aria-label={t('title')} className="max-lg:hidden">
          <div className="sticky top-6 max-h-[calc(100dvh-3rem)] overflow-y-auto overscroll-contain rounded-card border border-line bg-raised p-5 shadow-lift">
            <CartPanel
              heading={<h2 className="font-display text-2xl">{t('title')}</h2>}
              hereEventId={event.id}
            />
          </div>
        </aside>
        <CartSheet hereEventId={event.id} closed={!canChoose} />
        <CountdownAnnouncer />
        <CartNotices offersInSight={hall.ready} />
      </div>
    </SwapProvider>
  );
}

function useOwnUnits(eventId: string): number {
  const { locks } = useCartState().seen.status;
  return locks
    .filter((lock) => lock.eventId === eventId)
    .reduce((sum, lock) => sum + lock.quantity, 0);
}

/** Null while no seat can be changed for another. */
function useSideBySide({ geometry, store, ready }: ReturnType<typeof useHall>, canChoose: boolean) {
  const columns = geometry.data;
  return useMemo(() => {
    if (!columns || !store || !ready || !canChoose) return null;
    return (seatIds: readonly number[]) => sideBySide(columns, (id) => store.indexOf(id), seatIds);
  }, [columns, store, ready, canChoose]);
}
