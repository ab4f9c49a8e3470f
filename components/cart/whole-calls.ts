import type { ActionResult } from '@/lib/http/problem';
import type { Locked, Swapped } from '@/lib/locks/schema';
import type { Cart } from './cart';
import { lockItems } from './click-queue';
import { type Place, placeKey, placeOf, type Want } from './place';

/** All of these seats of one event, or none. Shown at once. */
export function takeSeats(
  cart: Cart,
  places: readonly Place[],
): Promise<ActionResult<Locked> | null> {
  const { eventId } = places[0]!;
  const wants = asked(places);
  const held = new Set(cart.state.lines.map((line) => line.key));
  return cart.alone(
    (wire) => wire.lock({ eventId, items: lockItems(wants), mode: 'all' }),
    wants.filter(({ place }) => !held.has(placeKey(place))),
  );
}

/**
 * Changes locks for as many other seats of their event, all or none: nothing is given up before.
 * Their time goes on. A seat in both stays as it is.
 */
export function swapSeats(
  cart: Cart,
  lockIds: readonly string[],
  places: readonly Place[],
): Promise<ActionResult<Swapped> | null> {
  const { eventId } = places[0]!;
  const wants = asked(places);
  const kept = new Set(places.map(placeKey));
  const given = cart.state.seen.status.locks.filter((lock) => lockIds.includes(lock.id));
  const held = new Set(given.map(placeKey));
  const items = places.map(({ zoneId, seatId }) => ({ zoneId, seatId: seatId! }));
  return cart.alone(
    (wire) => wire.swap({ eventId, lockIds: [...lockIds], items }),
    [
      ...wants.filter(({ place }) => !held.has(placeKey(place))),
      ...given
        .filter((lock) => !kept.has(placeKey(lock)))
        .map((lock) => ({ place: placeOf(lock), units: -1 })),
    ],
  );
}

const asked = (places: readonly Place[]): Want[] => places.map((place) => ({ place, units: 1 }));
