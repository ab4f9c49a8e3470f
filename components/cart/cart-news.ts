import type { LiveLock, LockStatus } from '@/lib/locks/schema';
import type { CartFacts } from './cart-state';
import { endedSince } from './ended';
import type { CartNotice } from './notice';
import { placeKey, type Want } from './place';

type Offers = Pick<CartFacts, 'lapsed' | 'unsent' | 'withdrawn'>;

/** What ended between two looks at the cart, less the offers of what was had in between. */
export function newsOf(
  { lapsed, unsent, withdrawn }: Offers,
  before: readonly LiveLock[],
  status: LockStatus,
): { change: Offers; notices: CartNotice[] } {
  const since = endedSince(before, status);
  const fresh = stillWanted(since.lapsed, status.locks, status);
  const notices: CartNotice[] = [];
  if (fresh.length > 0) notices.push({ kind: 'lapsed', wants: fresh });
  if (since.byOrganizer.length > 0) notices.push({ kind: 'withdrawn', wants: since.byOrganizer });
  return {
    change: {
      lapsed: [...stillWanted(lapsed, before, status), ...fresh],
      unsent: stillWanted(unsent, before, status),
      withdrawn: [...withdrawn, ...since.byOrganizer],
    },
    notices,
  };
}

/**
 * What of `wants` is still to be had: less the seats that are held now, and less the places that
 * were locked since `before` was seen.
 */
function stillWanted(
  wants: readonly Want[],
  before: readonly LiveLock[],
  { locks }: LockStatus,
): Want[] {
  if (wants.length === 0) return [];
  const known = new Set(before.map((lock) => lock.id));
  const gained = new Map<string, number>();
  for (const lock of locks) {
    if (lock.seatId === null && known.has(lock.id)) continue;
    const key = placeKey(lock);
    gained.set(key, (gained.get(key) ?? 0) + lock.quantity);
  }
  return wants
    .map(({ place, units }) => ({ place, units: units - (gained.get(placeKey(place)) ?? 0) }))
    .filter((want) => want.units > 0);
}
