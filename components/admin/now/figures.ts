import type { ZoneLeft } from '@/lib/watch/schema';
import type { Filter } from './criteria';
import type { Row } from './row';

export type Figures = {
  locks: number;
  units: number;
  value: number;
  sessions: number;
  /** Units held, of those not sold yet; null where nothing is on sale. */
  share: number | null;
  /** Units of what is not sold, held or free. */
  left: number;
  /** Ending in the next two minutes. */
  soon: number;
};

export const soonMs = 2 * 60_000;

/** @param nowMs server's clock. */
export function figuresOf(
  rows: readonly Row[],
  zones: readonly ZoneLeft[],
  { eventId, zoneId }: Pick<Filter, 'eventId' | 'zoneId'>,
  nowMs: number,
): Figures {
  const sessions = new Set<string>();
  let [units, value, soon] = [0, 0, 0];
  for (const row of rows) {
    units += row.quantity;
    value += row.value;
    if (row.expiresMs - nowMs <= soonMs) soon += 1;
    sessions.add(row.session);
  }
  const left = zones
    .filter((zone) => eventId === null || zone.eventId === eventId)
    .filter((zone) => zoneId === null || zone.zoneId === zoneId)
    .reduce((sum, zone) => sum + zone.left, 0);
  const share = left > 0 ? Math.min(1, units / left) : null;
  return { locks: rows.length, units, value, sessions: sessions.size, share, left, soon };
}
