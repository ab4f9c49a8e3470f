import type { Cart } from '@/components/cart/cart';
import type { CartState } from '@/components/cart/cart-state';
import type { Loss } from '@/components/cart/notice';
import type { SeatStore } from '@/components/seat-map/seat-store';
import { seatState } from '@/lib/events/seat-codes';
import type { LiveLock, LockStatus } from '@/lib/locks/schema';

const lostTo = {
  locked: seatState.locked,
  sold: seatState.sold,
  blocked: seatState.blocked,
} as const;

/** Seats given back by this session, or whose time ran out: free until the feed says otherwise. */
export function seatsFreed(before: readonly LiveLock[], status: LockStatus): number[] {
  const live = new Set(status.locks.map((lock) => lock.id));
  const taken = new Set(status.ended.filter((e) => e.reason === 'sale').map((e) => e.id));
  return before
    .filter((lock) => lock.seatId !== null && !live.has(lock.id) && !taken.has(lock.id))
    .map((lock) => lock.seatId as number);
}

/** What a refused click says about seats, ahead of the feed. */
export function seatsLost(losses: readonly Loss[]): [number, number][] {
  return losses.flatMap(({ place, reason }) =>
    place.seatId !== null && reason in lostTo
      ? [[place.seatId, lostTo[reason as keyof typeof lostTo]] as [number, number]]
      : [],
  );
}

/** Keeps the map's own and travelling seats in step with the cart. Returns the end of it. */
export function syncSeats(cart: Cart, store: SeatStore, eventId: string): () => void {
  let known: CartState | null = null;
  const sync = (state: CartState) => {
    const { status } = state.seen;
    const here = status.locks.filter((lock) => lock.eventId === eventId && lock.seatId !== null);
    const before = known?.seen === state.seen ? [] : (known?.seen.status.locks ?? []);
    const freed = seatsFreed(
      before.filter((lock) => lock.eventId === eventId),
      status,
    );
    known = state;
    store.setMine(here.map((lock) => lock.seatId as number));
    store.applyDelta(freed.map((id) => [id, seatState.free]));
    const travelling = new Set(state.travelling);
    for (const id of [...store.pending]) if (!travelling.has(id)) store.setPending(id, false);
    for (const id of travelling) if (store.indexOf(id) >= 0) store.setPending(id, true);
  };
  sync(cart.state);
  const ends = [
    cart.changes.on(sync),
    cart.losses.on((losses) => store.applyDelta(seatsLost(losses))),
  ];
  return () => {
    for (const end of ends) end();
  };
}
