'use client';

import { useEffect } from 'react';
import { useCart, useCartState } from '@/components/cart/cart-provider';
import { liveUrl } from '@/components/event/event-wire';
import { lostOwn, renewWhenBack } from '@/components/event/feed-of-cart';
import { LiveFeed } from '@/components/event/live';
import { whileSeen } from '@/components/event/watch-page';

/**
 * Who is about to pay hears at once what becomes of the cart: by the live stream of one of its
 * events, which tells of the whole cart. While the stream is away, the cart looks more often.
 */
export function useCartFeed(): void {
  const cart = useCart();
  const eventId = useCartState().seen.status.locks[0]?.eventId;

  useEffect(() => {
    if (eventId === undefined) return;
    cart.closely = true;
    const feed = new LiveFeed(liveUrl({ tenant: cart.tenant, eventId }), {
      snapshot: () => {},
      returns: () => {},
      delta: (delta) => {
        if (!cart.busy && lostOwn(cart, delta)) void cart.refresh();
      },
      cart: () => void cart.refresh(),
      // What happened while it was away was not heard.
      turned: (state) => {
        cart.closely = state !== 'live';
        void cart.refresh();
      },
    });
    const ends = [whileSeen(feed, () => false), renewWhenBack(cart, feed)];
    return () => {
      for (const end of ends) end();
      cart.closely = false;
    };
  }, [cart, eventId]);
}
