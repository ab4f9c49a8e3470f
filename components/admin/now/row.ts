import type { EndReason, LockRow } from '@/lib/watch/schema';

/** A lock as the table has it: with its times as numbers, and what it is sorted and found by. */
export type Row = LockRow & {
  /** Milliseconds since 1970, server's clock. */
  lockedMs: number;
  expiresMs: number;
  /** For an order that reads well: figures within words count as figures. */
  placeKey: string;
  whoKey: string;
  zoneKey: string;
};

/** A lock that ended a moment ago, as it was, and why it ended. */
export type Ghost = { row: Row; reason: EndReason; atMs: number };

export function rowOf(lock: LockRow): Row {
  const { zoneName, row, seat, session, account } = lock;
  return {
    ...lock,
    lockedMs: Date.parse(lock.lockedAt),
    expiresMs: Date.parse(lock.expiresAt),
    placeKey: naturalKey(`${row ?? ''} ${seat ?? ''} ${lock.quantity}`),
    zoneKey: plain(zoneName),
    whoKey: plain(account ?? `~${session}`),
  };
}

/** Lower case, without accents: who searches does not type them. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** `fila 12` after `fila 2`. */
export function naturalKey(text: string): string {
  return plain(text).replace(/\d+/g, (figures) => figures.padStart(6, '0'));
}
