import type { LiveLock } from '@/lib/locks/schema';
import type { Order } from '@/lib/orders/schema';

type Placed = Pick<LiveLock, 'eventId' | 'zoneName' | 'row' | 'seat' | 'quantity'>;

/** Whether the cart holds all that an order is for: one that lacks a part would be paid in vain. */
export function stillHeld(items: Order['items'], locks: readonly LiveLock[]): boolean {
  const held = unitsByPlace(locks);
  return [...unitsByPlace(items)].every(([place, units]) => (held.get(place) ?? 0) >= units);
}

function unitsByPlace(placed: readonly Placed[]): Map<string, number> {
  const units = new Map<string, number>();
  for (const { eventId, zoneName, row, seat, quantity } of placed) {
    const place = JSON.stringify([eventId, zoneName, row, seat]);
    units.set(place, (units.get(place) ?? 0) + quantity);
  }
  return units;
}
