import type { Filter } from '../schema';
import type { LockRow } from './lock-row';

/**
 * The figures once more, from the raw rows: plain loops, and time zones through `Intl`, so that
 * nothing of what it checks is of use to it.
 */
export type Known = LockRow & { day: string; hour: number; outcome: string; stage: string };
export type KnownCart = {
  event: string;
  session: string;
  day: string;
  beganMs: number;
  reached: number;
  sold: boolean;
  open: boolean;
  back: boolean;
  convertMs: number;
};

const quarterMs = 900_000;
const dayMs = 86_400_000;

/** A clock on the wall of a time zone. */
function wallOf(timeZone: string) {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  const known = new Map<number, { day: string; hour: number }>();
  return (ms: number) => {
    const quarter = Math.floor(ms / quarterMs);
    let wall = known.get(quarter);
    if (!wall) {
      const parts = Object.fromEntries(
        format.formatToParts(ms).map(({ type, value }) => [type, value]),
      );
      wall = { day: `${parts.year}-${parts.month}-${parts.day}`, hour: Number(parts.hour) };
      known.set(quarter, wall);
    }
    return wall;
  };
}

export function know(rows: LockRow[], timeZone: string, nowMs: number) {
  const wall = wallOf(timeZone);
  const locks = rows.map((row): Known => {
    let outcome = row.end_reason as string;
    if (row.status === 'active') {
      outcome = row.former_expires_at === null ? 'timeout' : 'tab_closed';
      if (row.expires_at > nowMs) outcome = 'open';
    }
    let stage = row.checkout_at === null ? 'cart' : 'checkout';
    if (row.paying_at !== null || row.end_reason === 'sale') stage = 'paying';
    return { ...row, ...wall(row.locked_at), outcome, stage };
  });
  return { locks, carts: cartsOf(locks, (ms) => wall(ms).day) };
}

function cartsOf(locks: Known[], dayOf: (ms: number) => string): KnownCart[] {
  const byCart = new Map<string, Known[]>();
  for (const lock of locks) {
    const cart = byCart.get(lock.cart_id);
    if (cart) cart.push(lock);
    else byCart.set(lock.cart_id, [lock]);
  }
  const carts = [...byCart.values()].map((of): KnownCart => {
    const beganMs = of.reduce((least, lock) => Math.min(least, lock.locked_at), Infinity);
    const sales = of.filter((lock) => lock.outcome === 'sale');
    const soldMs = sales.reduce(
      (least, lock) => Math.min(least, lock.ended_at as number),
      Infinity,
    );
    const stages = of.map((lock) => ['cart', 'checkout', 'paying'].indexOf(lock.stage));
    const { event_id: event, session_key: session } = of[0] as Known;
    return {
      event,
      session,
      beganMs,
      day: dayOf(beganMs),
      reached: Math.max(...stages),
      sold: sales.length > 0,
      open: sales.length === 0 && of.some((lock) => lock.outcome === 'open'),
      convertMs: sales.length > 0 ? soldMs - beganMs : 0,
      back: false,
    };
  });
  markBack(carts);
  return carts;
}

function markBack(carts: KnownCart[]): void {
  const bySession = new Map<string, KnownCart[]>();
  for (const cart of carts) {
    const key = `${cart.session} ${cart.event}`;
    bySession.set(key, [...(bySession.get(key) ?? []), cart]);
  }
  for (const of of bySession.values()) {
    for (const cart of of) {
      for (const earlier of of) {
        const ago = cart.beganMs - earlier.beganMs;
        if (ago > 0 && ago <= dayMs && !earlier.sold) cart.back = true;
      }
    }
  }
}

export function within<T extends { day: string }>(
  of: T[],
  filter: Filter,
  event: (row: T) => string,
) {
  return of.filter(
    (row) =>
      row.day >= filter.from &&
      row.day <= filter.to &&
      (filter.eventId === undefined || event(row) === filter.eventId),
  );
}
