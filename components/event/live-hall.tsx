'use client';

import { useEffect, useMemo, useRef } from 'react';
import { useCart } from '@/components/cart/cart-provider';
import { placeKey } from '@/components/cart/place';
import { useAdviser } from '@/components/offers/use-adviser';
import { useOffers } from '@/components/offers/use-offers';
import type { MapZone } from '@/components/seat-map/map-zone';
import { SeatGuideContext, SeatPreviewContext } from '@/components/seat-map/seat-guide';
import { SeatMap } from '@/components/seat-map/seat-map';
import { type SeatStore, seatLook } from '@/components/seat-map/seat-store';
import { useSwap } from '@/components/swap/swap-context';
import { useWatch } from '@/components/watch/use-watch';
import type { HallColumns } from '@/lib/events/packed-geometry';
import type { EventView } from './event-view';
import { HallNotices } from './hall-notices';
import type { Views } from './hall-views';
import { seatPlace } from './seat-place';
import { syncSeats } from './seat-sync';
import { useGuide } from './use-guide';

/** A second click this soon on the same seat is the other half of a double click. */
const doubleClickMs = 350;

const none: readonly number[] = [];

/** The hall once its seats are known: what a click on one means, and what is told over them. */
export function LiveHall({
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
  onPlaces: (zoneId: number) => void;
}) {
  const cart = useCart();
  useEffect(() => syncSeats(cart, store, event.id), [cart, store, event.id]);
  const placeOf = useMemo(() => seatPlace(event, geometry, store), [event, geometry, store]);
  const swap = useSwap();
  const moving = swap?.moving ?? none;
  const offers = useOffers(event.id, store, placeOf);
  const watch = useWatch(store, event.id);
  const judged = event.orphanRule !== 'off' || moving.length > 0;
  const adviser = useAdviser(geometry, store, event.orphanRule, judged);
  const { guide, preview, given } = useGuide({
    labels: geometry.labels,
    store,
    adviser,
    moving,
    canChoose,
    watchedIds: watch.ids,
    watchFull: watch.full,
  });
  const last = useRef({ seatId: 0, at: Number.NEGATIVE_INFINITY });
  /** Where several seats are to move, said before the code was here that finds them room. */
  const early = useRef<number | null>(null);

  /** Tells why a choice would leave a seat alone. @returns whether it would. */
  const spoils = (chosen: number[], instead: readonly number[]): boolean => {
    const verdict = adviser?.verdict(chosen, given);
    if (!verdict) return false;
    const ids = (seats: readonly number[]) => seats.map((seat) => store.idAt(seat));
    const fitting = verdict.moves.filter(
      (move) => instead.length === 0 || move.length === instead.length,
    );
    offers.show({
      kind: 'orphan',
      chosen: ids(verdict.chosen),
      lonely: ids(verdict.lonely),
      choices: fitting.map(ids),
      instead: [...instead],
    });
    return true;
  };

  const choose = (seatId: number) => {
    const place = placeOf(seatId);
    if (!place) return;
    const held = cart.state.lines.some((line) => line.key === placeKey(place));
    if (!held && (!canChoose || spoils([store.indexOf(seatId)], none))) return;
    offers.outdate();
    cart.change(place, held ? -1 : 1);
  };

  const moveTo = (seat: number) => {
    // One seat needs no neighbours: whoever is quick, or has a bad line, is not kept waiting.
    const alone = moving.length === 1 && store.lookAt(seat) === seatLook.free ? [seat] : null;
    const block = adviser ? adviser.block(seat, moving.length, given) : alone;
    if (!adviser && !block) early.current = seat;
    if (!block || spoils(block, moving)) return;
    void offers.take(
      block.map((one) => store.idAt(one)),
      moving,
    );
  };

  useEffect(() => {
    const seat = early.current;
    if (seat === null || (!adviser && moving.length > 0)) return;
    early.current = null;
    if (moving.length > 0) moveTo(seat);
  });

  const toggle = (seatId: number) => {
    const at = performance.now();
    const doubled = last.current.seatId === seatId && at - last.current.at < doubleClickMs;
    last.current = { seatId, at };
    if (doubled) return;
    const seat = store.indexOf(seatId);
    const look = store.lookAt(seat);
    if (look === seatLook.held) watch.toggle(seatId);
    else if (moving.length > 0) moveTo(seat);
    else choose(seatId);
  };

  return (
    <SeatGuideContext value={guide}>
      <SeatPreviewContext value={preview}>
        <HallNotices
          offers={offers}
          watch={watch}
          moving={moving}
          placeOf={placeOf}
          onChoose={choose}
          onEndSwap={() => {
            offers.close();
            swap?.end();
          }}
          onLeave={rest.onLeave}
        />
        <SeatMap
          {...rest}
          geometry={geometry}
          plan={event.plan}
          store={store}
          canChoose={canChoose}
          onToggle={toggle}
        />
      </SeatPreviewContext>
    </SeatGuideContext>
  );
}
