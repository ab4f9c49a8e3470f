import type { Cell } from './bulk';
import type { Cart, StagedEvent } from './claims';

export const viewColumns = ['tenant_id', 'event_id', 'day', 'device', 'visitors'];

/** Of those who look at an event's page, how many put something into a cart: at least, and more. */
const [lockShareMin, lockShareMore] = [0.2, 0.14];

/** Adds the visitors of each day: those who had a cart, and those who only looked. */
export function addViews(
  rows: Cell[][],
  { tenantId, eventId }: StagedEvent,
  carts: readonly Cart[],
  { random, timeZone }: { random: () => number; timeZone: string },
): void {
  const parts = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const dayOf = new Intl.DateTimeFormat('en-CA', parts);
  const days = new Map<string, Map<string, number>>();
  for (const { lockedAt, device } of carts) {
    const day = dayOf.format(lockedAt);
    const devices = days.get(day) ?? new Map<string, number>();
    days.set(day, devices);
    const kind = device ?? 'unknown';
    devices.set(kind, (devices.get(kind) ?? 0) + 1);
  }
  for (const [day, devices] of days) {
    const share = lockShareMin + lockShareMore * random();
    for (const [device, count] of devices) {
      rows.push([tenantId, eventId, day, device, Math.ceil(count / share)]);
    }
  }
}
