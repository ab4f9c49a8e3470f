import type { LiveLock, LockStatus } from '@/lib/locks/schema';
import { placeOf, type Want } from './place';

/** Locks that ended without this page's doing, by what the buyer is told about them. */
export type Ended = {
  /** Time ran out, or the page was closed for longer than the grace. */
  lapsed: Want[];
  /** The organizer ended them. */
  byOrganizer: Want[];
  /** Bought, here or in another tab. */
  bought: Want[];
};

/**
 * What became of the locks that were there before and are not now. One that is in neither list
 * ended longer ago than `ended` goes back: its time had run out.
 */
export function endedSince(before: readonly LiveLock[], now: LockStatus): Ended {
  const ended: Ended = { lapsed: [], byOrganizer: [], bought: [] };
  const live = new Set(now.locks.map((lock) => lock.id));
  const reasons = new Map(now.ended.map((lock) => [lock.id, lock.reason]));
  for (const lock of before) {
    if (live.has(lock.id)) continue;
    const want = { place: placeOf(lock), units: lock.quantity };
    switch (reasons.get(lock.id)) {
      case 'buyer':
        break;
      case 'admin':
        ended.byOrganizer.push(want);
        break;
      case 'sale':
        ended.bought.push(want);
        break;
      default:
        ended.lapsed.push(want);
    }
  }
  return ended;
}

/** Whether each of these locks is told of, as live or as ended. */
export function knowsAll(locks: readonly LiveLock[], status: LockStatus): boolean {
  const told = new Set([...status.locks, ...status.ended].map((lock) => lock.id));
  return locks.every((lock) => told.has(lock.id));
}
