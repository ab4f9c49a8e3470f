import type { Cart } from '@/components/cart/cart';
import type { Delta } from '@/lib/events/schema';
import { seatState } from '@/lib/events/seat-codes';
import type { LiveFeed } from './live';

/** Whether a seat of the cart is not locked any more. */
export function lostOwn(cart: Cart, { seats }: Delta): boolean {
  const { locks } = cart.state.seen.status;
  const isOwn = (id: number) => locks.some((lock) => lock.seatId === id);
  return seats.some(([id, state]) => state !== seatState.locked && isOwn(id));
}

/** What the cart finds out about the connection, the feed is told. Returns the end of it. */
export function renewWhenBack(cart: Cart, feed: LiveFeed): () => void {
  let lostAt: number | null = null;
  return cart.changes.on(({ reachable }) => {
    if (!reachable) lostAt ??= performance.now();
    else if (lostAt !== null) {
      feed.renew(lostAt);
      lostAt = null;
    }
  });
}
