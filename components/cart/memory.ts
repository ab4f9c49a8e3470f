import type { LiveLock } from '@/lib/locks/schema';
import type { Want } from './place';
import { readStored, rememberTenant, tabKey, writeStored } from './remembered';

/** What this tab knew of a cart: what was held, and what lapsed or was not sent, and still waits. */
export type Remembered = { locks: LiveLock[]; lapsed: Want[]; unsent: Want[] };

const nothing: Remembered = { locks: [], lapsed: [], unsent: [] };

/** Nothing where nothing was kept, or where the browser forbids storage. */
export function recallCart(tenant: string): Remembered {
  const stored = readStored(() => sessionStorage.getItem(tabKey(tenant)));
  return isRemembered(stored) ? stored : nothing;
}

export function rememberCart(tenant: string, remembered: Remembered): void {
  writeStored(() => sessionStorage.setItem(tabKey(tenant), JSON.stringify(remembered)));
  rememberTenant(tenant, remembered.locks.length > 0);
}

/** Another version of the product may have written it. */
function isRemembered(stored: unknown): stored is Remembered {
  if (!isRecord(stored)) return false;
  const { locks, lapsed, unsent } = stored;
  return isListOf(locks, isLock) && isListOf(lapsed, isWant) && isListOf(unsent, isWant);
}

function isLock(lock: Record<string, unknown>): boolean {
  return isPlace(lock) && typeof lock.id === 'string' && typeof lock.quantity === 'number';
}

function isWant({ place, units }: Record<string, unknown>): boolean {
  return typeof units === 'number' && isRecord(place) && isPlace(place);
}

function isPlace({ seatId, zoneId, price, ...words }: Record<string, unknown>): boolean {
  const { eventId, eventName, zoneName, row, seat } = words;
  return (
    typeof zoneId === 'number' &&
    (seatId === null || typeof seatId === 'number') &&
    [eventId, eventName, zoneName].every((word) => typeof word === 'string') &&
    [row, seat].every((word) => word === null || typeof word === 'string') &&
    isRecord(price) &&
    typeof price.amount === 'number' &&
    typeof price.currency === 'string'
  );
}

function isListOf(list: unknown, is: (item: Record<string, unknown>) => boolean): boolean {
  return Array.isArray(list) && list.every((item) => isRecord(item) && is(item));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
