import type { LockStatus } from '@/lib/locks/schema';

const minuteMs = 60_000;

/**
 * In how many minutes the earliest place of each wholly held zone could come back, rounded up.
 * @param returns by zone, on the clock that `now` was read from (ms).
 */
export function minutesUntil(
  returns: ReadonlyMap<number, number>,
  now: number,
): ReadonlyMap<number, number> {
  return new Map(
    [...returns].map(([zoneId, at]) => [zoneId, Math.max(1, Math.ceil((at - now) / minuteMs))]),
  );
}

type Held = { id: number; locked: number };

/** Whether others hold something of a zone: what the session holds itself will not come back for it. */
export function heldByOthers({ id, locked }: Held, locks: LockStatus['locks']): boolean {
  const own = locks.filter(({ zoneId }) => zoneId === id);
  return locked > own.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** The soonest of all zones, in minutes; undefined where none is known. */
export function firstBack(
  zones: readonly { backInMinutes?: number | undefined }[],
): number | undefined {
  const minutes = zones.flatMap(({ backInMinutes }) => backInMinutes ?? []);
  return minutes.length > 0 ? Math.min(...minutes) : undefined;
}
