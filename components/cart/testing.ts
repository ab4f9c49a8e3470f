import type { LiveLock, LockStatus } from '@/lib/locks/schema';
import { Cart } from './cart';
import type { CartWire } from './cart-wire';
import type { CartNotice } from './notice';
import type { Place } from './place';

const price = { amount: 2_800, currency: 'EUR' };
const event = { eventId: '01900000-0000-7000-8000-000000000001', eventName: 'La gaviota' };

/** Made-up places, locks and answers for tests. */
export function aSeat(seatId: number, more: Partial<Place> = {}): Place {
  return {
    ...event,
    zoneId: 1,
    zoneName: 'Platea',
    seatId,
    row: '3',
    seat: `${seatId}`,
    price,
    ...more,
  };
}

export function places(zoneId = 9): Place {
  return { ...event, zoneId, zoneName: 'De pie', seatId: null, row: null, seat: null, price };
}

export function aLock(place: Place, more: Partial<LiveLock> = {}): LiveLock {
  return {
    ...place,
    id: `lock-${place.seatId ?? `z${place.zoneId}`}`,
    quantity: 1,
    lockedAt: '2026-01-01T20:00:00.000Z',
    expiresAt: '2026-01-01T20:15:00.000Z',
    remainingMs: 900_000,
    extensionsLeft: 10,
    ...more,
  };
}

/** How an answer tells that these ended. */
export function ended(locks: LiveLock[]): LockStatus['ended'] {
  return locks.map(({ id, zoneName, row, seat, quantity, expiresAt }) => ({
    id,
    zoneName,
    row,
    seat,
    quantity,
    status: 'expired',
    reason: 'timeout',
    endedAt: expiresAt,
  }));
}

export function aStatus(locks: LiveLock[], more: Partial<LockStatus> = {}): LockStatus {
  const amount = locks.reduce((sum, lock) => sum + lock.price.amount * lock.quantity, 0);
  return {
    serverTime: '2026-01-01T20:00:00.000Z',
    durationMs: 900_000,
    warningMs: 120_000,
    autoExtend: true,
    maxLocks: 50,
    locks,
    ended: [],
    total: { amount, currency: 'EUR' },
    earliestExpiry: locks[0]?.expiresAt ?? null,
    ...more,
  };
}

export const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 20, 0, second)).toISOString();

/** A cart whose server is played by the test: each call waits for its answer. */
export function aCart(status: LockStatus = aStatus([])) {
  const calls: { name: string; input: unknown; answer: (value: never) => void }[] = [];
  const call =
    (name: string) =>
    (input?: unknown): Promise<never> =>
      new Promise((answer) => calls.push({ name, input, answer }));
  const wire: CartWire = {
    status: call('status'),
    lock: call('lock'),
    release: call('release'),
    extend: call('extend'),
    best: call('best'),
    swap: call('swap'),
    giveBack: () => {},
  };
  const cart = new Cart('aurora', status, wire, () => 0);
  const notices: CartNotice[] = [];
  cart.notices.on((notice) => notices.push(notice));
  const answer = async (value: unknown) => {
    calls.shift()!.answer(value as never);
    await new Promise((done) => setImmediate(done));
  };
  return { cart, calls, notices, answer };
}

/** What a lock's answer is when nothing was refused. */
export const lockedNow = (status: LockStatus, more: object = {}) => ({
  ok: true,
  data: { ...status, locked: [], ...more },
});
