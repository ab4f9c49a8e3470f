'use client';

import { useEffect, useMemo, useState } from 'react';
import type { Cart } from '@/components/cart/cart';
import { useCart } from '@/components/cart/cart-provider';
import { SeatStore } from '@/components/seat-map/seat-store';
import { askMeanwhile } from './ask-meanwhile';
import { type EventAddress, liveUrl } from './event-wire';
import { lostOwn, renewWhenBack } from './feed-of-cart';
import { figuresOf, patched, type ZoneFigures } from './figures';
import { type FeedState, LiveFeed } from './live';
import { type Geometry, useGeometry } from './use-geometry';
import { whileSeen } from './watch-page';

const noReturns: ReadonlyMap<number, number> = new Map();

export type Hall = {
  geometry: Geometry;
  store: SeatStore | null;
  /** Whether the seats' states are known: until then every seat would look free. */
  ready: boolean;
  figures: ZoneFigures[];
  /** By zone that is wholly held: when it could come back at the earliest, on the page's clock. */
  returns: ReadonlyMap<number, number>;
  /** The event is not published any more. */
  withdrawn: boolean;
  /** Neither the feed nor a question is answered: what is shown grows old. */
  stale: boolean;
};

/** An event's seats and figures, live: by the feed, and by asking now and then while it is broken. */
export function useHall(event: EventAddress, version: number, zones: ZoneFigures[]): Hall {
  const { tenant, eventId } = event;
  const geometry = useGeometry(event, version);
  const ids = geometry.data?.ids;
  const store = useMemo(() => (ids ? new SeatStore(ids) : null), [ids]);
  return { geometry, store, ...useFigures({ tenant, eventId }, zones, store) };
}

function useFigures(
  { tenant, eventId }: EventAddress,
  zones: ZoneFigures[],
  store: SeatStore | null,
): Omit<Hall, 'geometry' | 'store'> {
  const cart = useCart();
  const [feed, setFeed] = useState<FeedState>('live');
  const [unanswered, setUnanswered] = useState(false);
  const [figures, setFigures] = useState(() => figuresOf(zones));
  const [returns, setReturns] = useState(noReturns);
  const [readyStore, setReadyStore] = useState<SeatStore | null>(null);
  const broken = feed === 'broken';

  useEffect(() => {
    if (!store || !broken) return;
    return askMeanwhile(
      { tenant, eventId },
      {
        snapshot: (availability) => {
          store.loadSnapshot(availability.seats);
          setReadyStore(store);
          setFigures(figuresOf(availability.zones));
        },
        unanswered: setUnanswered,
      },
    );
  }, [store, broken, tenant, eventId]);

  useEffect(() => {
    if (!store) return;
    const live = new LiveFeed(liveUrl({ tenant, eventId }), {
      snapshot: (availability) => {
        store.loadSnapshot(availability.seats);
        setReadyStore(store);
        setReturns(noReturns);
        setFigures(figuresOf(availability.zones));
      },
      delta: (delta) => {
        store.applyDelta(delta.seats);
        if (!cart.busy && lostOwn(cart, delta)) void cart.refresh();
        if (delta.zones.length === 0) return;
        setFigures((known) => patched(known, delta.zones));
      },
      returns: setReturns,
      cart: () => void cart.refresh(),
      turned: (state) => {
        setFeed(state);
        if (state !== 'live') setReturns(noReturns);
        // Whether only the feed is gone or the whole server, the cart finds out.
        if (state !== 'live' || !cart.state.reachable) void cart.refresh();
      },
    });
    const ends = [
      whileSeen(live, () => store.watched.size > 0),
      renewWhenBack(cart, live),
      renewOnceHeld(cart, live),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [store, tenant, eventId, cart]);

  return {
    ready: store !== null && readyStore === store,
    figures,
    returns,
    withdrawn: feed === 'gone',
    stale: broken && unanswered,
  };
}

/**
 * A feed that was opened before the session was does not know whose cart to tell of. It is opened
 * anew some time after the first lock: not by everybody at the moment when a sale opens.
 */
function renewOnceHeld(cart: Cart, feed: LiveFeed): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let known = cart.state.seen.status.locks.length > 0;
  const stop = cart.changes.on(({ seen }) => {
    if (known || seen.status.locks.length === 0) return;
    known = true;
    timer = setTimeout((at) => feed.renew(at), 5_000 + Math.random() * 10_000, performance.now());
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
