import type { LiveLock } from '@/lib/locks/schema';
import type { Money } from '@/lib/money';
import { type Place, placeKey, placeOf, type Want } from './place';

/** One line of the cart as it is shown: what is held, with what is on its way counted in. */
export type Line = { key: string; place: Place; units: number; pending: boolean };

/** Held places and clicks on their way as one list, oldest first; places of a zone are one line. */
export function linesOf(locks: readonly LiveLock[], wants: readonly Want[]): Line[] {
  const lines = new Map<string, Line>();
  for (const lock of [...locks].sort((a, b) => a.lockedAt.localeCompare(b.lockedAt))) {
    const key = placeKey(lock);
    const line = lines.get(key);
    if (line) line.units += lock.quantity;
    else lines.set(key, { key, place: placeOf(lock), units: lock.quantity, pending: false });
  }
  for (const { place, units } of wants) {
    const key = placeKey(place);
    const line = lines.get(key) ?? { key, place, units: 0, pending: true };
    lines.set(key, { ...line, units: unitsWith(line, units), pending: true });
  }
  return [...lines.values()].filter((line) => line.units > 0);
}

/** A seat is one unit, even while an answer and a click both count it. */
function unitsWith(line: Line, units: number): number {
  const sum = line.units + units;
  return line.place.seatId === null ? sum : Math.min(sum, 1);
}

/** Units of the whole cart. */
export function unitsOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.units, 0);
}

/**
 * What the cart costs: the server's total, which knows the price of each lock, corrected by what
 * is on its way.
 */
export function totalOf(total: Money, wants: readonly Want[]): Money {
  const moved = wants.reduce((sum, { place, units }) => sum + place.price.amount * units, 0);
  const currency = wants[0]?.place.price.currency ?? total.currency;
  return { amount: Math.max(0, total.amount + moved), currency: total.currency || currency };
}

/** Lines by event, in the order in which the events came into the cart. */
export function byEvent(
  lines: readonly Line[],
): { eventId: string; name: string; lines: Line[] }[] {
  const groups = new Map<string, { eventId: string; name: string; lines: Line[] }>();
  for (const line of lines) {
    const { eventId, eventName } = line.place;
    const group = groups.get(eventId) ?? { eventId, name: eventName, lines: [] };
    group.lines.push(line);
    groups.set(eventId, group);
  }
  return [...groups.values()];
}
