import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { seeded, sessionKey } from '@/db/seed/random';
import type { Hall } from '@/db/testing/hall';

export const minuteMs = 60_000;

export type PastLock = {
  id: string;
  seat: number | null;
  units: number;
  lockedMs: number;
  expiresMs: number;
  status: 'active' | 'expired' | 'released' | 'converted';
  reason: 'timeout' | 'buyer' | 'tab_closed' | 'admin' | 'sale' | null;
  endedMs: number | null;
  swappedFrom?: string;
};

type Ending = Pick<PastLock, 'status' | 'reason' | 'endedMs'>;

/** Locks as the engine leaves them behind, of every outcome; no two of a seat at the same time. */
export function madeUp(hall: Hall, baseMs: number, seed: number): PastLock[] {
  const random = seeded(seed);
  const between = (low: number, high: number) => low + random() * (high - low);
  const locks: PastLock[] = [];
  const end = (lockedMs: number, expiresMs: number): Ending => {
    const early = between(lockedMs + 1_000, expiresMs);
    const share = random();
    // The sweep writes it down later than it ended.
    if (share < 0.35)
      return {
        status: 'expired',
        reason: 'timeout',
        endedMs: expiresMs + between(1, 5) * minuteMs,
      };
    if (share < 0.5) return { status: 'released', reason: 'buyer', endedMs: early };
    if (share < 0.6) return { status: 'released', reason: 'admin', endedMs: early };
    if (share < 0.75) return { status: 'released', reason: 'tab_closed', endedMs: early };
    return { status: 'converted', reason: 'sale', endedMs: early };
  };
  const lock = (seat: number | null, units: number, lockedMs: number) => {
    const expiresMs = lockedMs + 15 * minuteMs;
    const made = {
      id: randomUUID(),
      seat,
      units,
      lockedMs,
      expiresMs,
      ...end(lockedMs, expiresMs),
    };
    locks.push(made);
    return made;
  };
  for (const seat of hall.seatIds) {
    let at = baseMs + between(0, 120) * minuteMs;
    while (at < baseMs + 300 * minuteMs) {
      const made = lock(seat, 1, at);
      if (made.status === 'converted') break;
      at = Math.max(made.endedMs!, made.expiresMs) + between(0, 60) * minuteMs;
    }
  }
  for (let n = 0; n < 20; n++)
    lock(null, 1 + Math.floor(random() * 4), baseMs + between(0, 280) * minuteMs);
  return locks;
}

/** Writes them as the owner, in the event's numbered zone and its general one. */
export async function write(admin: postgres.Sql, hall: Hall, locks: PastLock[]): Promise<void> {
  const date = (ms: number | null) => (ms === null ? null : new Date(ms));
  for (let i = 0; i < locks.length; i += 500) {
    const rows = locks.slice(i, i + 500).map((lock) => ({
      tenant_id: hall.tenantId,
      id: lock.id,
      session_key: sessionKey(),
      event_id: hall.eventId,
      zone_id: lock.seat === null ? hall.general : hall.numbered,
      seat_id: lock.seat,
      quantity: lock.units,
      locked_at: date(lock.lockedMs),
      expires_at: date(lock.expiresMs),
      status: lock.status,
      price_at_lock: 4500,
      metadata: admin.json(lock.swappedFrom ? { swappedFrom: lock.swappedFrom } : {}),
      ended_at: date(lock.endedMs),
      end_reason: lock.reason,
      duration_ms: 15 * minuteMs,
      max_extensions: 10,
    }));
    await admin`INSERT INTO cart_item_locks ${admin(rows as never)}`;
  }
}
