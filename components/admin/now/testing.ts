import type { LockRow, WatchDelta, WatchSnapshot } from '@/lib/watch/schema';

/** The moment at which the tests' snapshots are told. */
export const toldAt = '2026-11-24T20:00:00.000Z';
const minuteMs = 60_000;

let made = 0;

/** A lock that ends in ten minutes, unless it is said otherwise. */
export function lock(change: Partial<LockRow> = {}): LockRow {
  made += 1;
  return {
    id: `lock-${made}`,
    cartId: `cart-${made}`,
    eventId: 'event',
    zoneId: 1,
    zoneName: 'Platea',
    row: '1',
    seat: String(made),
    quantity: 1,
    value: 4500,
    session: 'AAAAAA',
    account: null,
    address: null,
    device: 'phone',
    lockedAt: new Date(Date.parse(toldAt) - 5 * minuteMs + made).toISOString(),
    expiresAt: new Date(Date.parse(toldAt) + 10 * minuteMs).toISOString(),
    extensions: 0,
    maxExtensions: 10,
    stage: 'cart',
    leaving: false,
    ...change,
  };
}

export function snapshotOf(rows: LockRow[], change: Partial<WatchSnapshot> = {}): WatchSnapshot {
  return {
    serverTime: toldAt,
    total: rows.length,
    rows,
    zones: [{ eventId: 'event', zoneId: 1, left: 100 }],
    events: [{ id: 'event', name: 'Noche', startsAt: toldAt }],
    lastEndedAt: null,
    ...change,
  };
}

export function deltaOf(change: Partial<WatchDelta>): WatchDelta {
  return { serverTime: toldAt, total: 0, rows: [], gone: [], ...change };
}

/** Frames that come when the test says so. */
export class Frames {
  private waiting: (() => void)[] = [];
  asked = 0;

  ask = (draw: () => void): void => {
    this.asked += 1;
    this.waiting.push(draw);
  };

  next(): void {
    for (const draw of this.waiting.splice(0)) draw();
  }
}
