import { type LiveChanges, seatFree } from '@/lib/live/schema';
import type { Held } from './batch-state';
import type { BatchState, NewLock } from './claim';
import type { StaleLock } from './guard';
import type { CartRow } from './status';

/** Stale locks were written down as ended. */
export function tellStale(changes: LiveChanges, ended: StaleLock[]): void {
  for (const lock of ended) {
    if (lock.eventId !== changes.eventId) continue;
    if (lock.seatId === null) changes.units.push([lock.zoneId, lock.id, 0, 0]);
    else changes.seats.push([lock.seatId, seatFree]);
  }
}

/** What was given up first: somebody else of the batch may have it by now. */
export function tell(
  changes: LiveChanges,
  released: CartRow[],
  inserted: NewLock[],
  { nowMs, settings }: BatchState,
): void {
  for (const { seatId } of released) if (seatId !== null) changes.seats.push([seatId, seatFree]);
  for (const lock of inserted) {
    const until = lock.inherits?.deadlineMs ?? nowMs + settings.durationMs;
    if (lock.seatId === null) changes.units.push([lock.zoneId, lock.id, lock.quantity, until]);
    else changes.seats.push([lock.seatId, until]);
  }
}

/** As the lock will be read: given up by its buyer. */
export function endInCart({ nowMs }: BatchState, lock: CartRow): void {
  Object.assign(lock, { status: 'released', reason: 'buyer', endedAtMs: nowMs });
}

/** The row that `readCarts` would read for a lock that was just inserted. */
export function inCart(state: BatchState & Held, eventId: string, lock: NewLock): CartRow {
  const { nowMs, settings } = state;
  const seat = lock.seatId === null ? undefined : state.seats.get(lock.seatId);
  const deadlineMs = lock.inherits?.deadlineMs ?? nowMs + settings.durationMs;
  return {
    id: lock.id,
    cartId: lock.cartId,
    sessionKey: lock.claim.sessionKey,
    eventId,
    eventName: state.event?.name ?? '',
    zoneId: lock.zoneId,
    zoneName: state.zones.get(lock.zoneId)?.name ?? '',
    seatId: lock.seatId,
    row: seat?.row ?? null,
    seat: seat?.label ?? null,
    quantity: lock.quantity,
    price: lock.priceMinor,
    status: 'active',
    reason: null,
    lockedAtMs: lock.inherits?.lockedAtMs ?? nowMs,
    expiresAtMs: deadlineMs,
    deadlineMs,
    endedAtMs: null,
    extensionsLeft: lock.inherits?.extensionsLeft ?? settings.maxExtensions,
    abandoned: false,
  };
}
