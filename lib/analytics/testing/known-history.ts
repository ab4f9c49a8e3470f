import type { KnownEvent, KnownHouse } from './known-house';
import type { LockRow } from './lock-row';
import type { Random } from './random';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const durationMs = 15 * minuteMs;

/** When the history happened: carts begin in these stretches, and those of the last one may live. */
export type Stretch = { fromMs: number; untilMs: number };

type Visit = { sessionKey: string; event: KnownEvent; beganMs: number; untilMs: number };

/**
 * A history with every outcome, stage and device: carts of one to five locks, some of them hours
 * long, swaps, parts given back, buyers who come back within and after a day, moments on the hour.
 */
export function knownHistory(
  house: KnownHouse,
  random: Random,
  stretches: Stretch[],
  most: number,
) {
  const rows: LockRow[] = [];
  const visits: Visit[] = [];
  while (rows.length < most) {
    const visit = nextVisit(house, random, stretches, visits);
    visits.push(visit);
    rows.push(...cartOf(house, random, visit));
  }
  return rows;
}

function nextVisit(
  house: KnownHouse,
  random: Random,
  stretches: Stretch[],
  visits: Visit[],
): Visit {
  const before = visits.length > 0 && random.chance(0.3) ? random.pick(visits) : null;
  if (before) {
    const beganMs = before.beganMs + random.between(1, 30 * 60) * minuteMs;
    const stretch = stretches.find(({ fromMs, untilMs }) => beganMs >= fromMs && beganMs < untilMs);
    if (stretch) return { ...before, beganMs, untilMs: stretch.untilMs };
  }
  const { fromMs, untilMs } = random.pick(stretches);
  const at = random.between(fromMs, untilMs - 1);
  return {
    sessionKey: random.text(40),
    event: random.pick(house.events),
    beganMs: random.chance(0.02) ? at - (at % hourMs) : at,
    untilMs,
  };
}

function cartOf(house: KnownHouse, random: Random, visit: Visit): LockRow[] {
  const { event, sessionKey, beganMs, untilMs } = visit;
  const isLong = random.chance(0.03) && beganMs + 6 * hourMs < untilMs;
  const longMs = isLong ? 6 * hourMs : 20 * minuteMs;
  const lockedAt = [beganMs];
  while (random.chance(0.5) && lockedAt.length < 5) lockedAt.push(beganMs + random.below(longMs));
  const lastMs = Math.max(...lockedAt);
  const cart = {
    tenant_id: house.tenantId,
    session_key: sessionKey,
    event_id: event.eventId,
    cart_id: random.uuid(),
    device: random.pick(['phone', 'phone', 'tablet', 'desktop', 'program', null] as const),
    duration_ms: durationMs,
    max_extensions: 10,
  };
  const fate = random.pick([
    'sale',
    'sale',
    'sale',
    'timeout',
    'buyer',
    'tab_closed',
    'admin',
  ] as const);
  const endedMs = lastMs + random.between(1, 45 * 60) * 1_000;
  const reached = fate === 'sale' ? 2 : random.pick([0, 0, 1, 2]);
  return lockedAt.flatMap((at) => {
    const reason = random.chance(0.1) ? 'buyer' : fate;
    const place = placeOf(event, random);
    const lock = {
      ...cart,
      ...place,
      ...ended(reason, reason === fate ? endedMs : Math.min(endedMs, at + random.below(minuteMs))),
      id: random.uuid(),
      locked_at: at,
      expires_at: at + durationMs,
      former_expires_at: null,
      extensions: random.pick([0, 0, 0, 0, 1, 1, 2, 5, 10]),
      checkout_at: reached > 0 ? at + 1_000 : null,
      // Of a sold lock it may be unknown, as of those sold before it was written down.
      paying_at: reached > 1 && !random.chance(0.1) ? at + 2_000 : null,
    };
    const given = { ...lock, ...ended('buyer', at + 500), id: random.uuid() };
    if (place.seat_id === null && random.chance(0.2)) return [lock, { ...given, quantity: 1 }];
    if (place.seat_id !== null && random.chance(0.1)) {
      return [lock, { ...given, ...seatOf(event, random) }];
    }
    return [lock];
  });
}

function placeOf(event: KnownEvent, random: Random) {
  if (random.chance(0.7)) return seatOf(event, random);
  const quantity = random.between(1, 6);
  return {
    zone_id: event.standing,
    seat_id: null,
    quantity,
    price_at_lock: random.pick([2000, 2500]),
  };
}

function seatOf(event: KnownEvent, random: Random) {
  const zone = random.pick(event.numbered);
  // Some seats are asked for much more often than others.
  const bound = random.chance(0.3) ? 40 : zone.seatIds.length;
  const price_at_lock = random.pick([4500, 9000, 12000]);
  return {
    zone_id: zone.id,
    seat_id: zone.seatIds[random.below(bound)] as number,
    quantity: 1,
    price_at_lock,
  };
}

const statusOf = {
  sale: 'converted',
  timeout: 'expired',
  buyer: 'released',
  tab_closed: 'released',
  admin: 'released',
} as const;

function ended(reason: keyof typeof statusOf, at: number) {
  return { status: statusOf[reason], end_reason: reason, ended_at: at };
}

/** One lock a cart that has not ended: live, run out, or run out after its tab was closed. */
export function openCarts(
  house: KnownHouse,
  random: Random,
  { count, fromSeat, lockedMs }: { count: number; fromSeat: number; lockedMs: () => number },
  state: 'live' | 'stale' | 'abandoned',
): LockRow[] {
  return Array.from({ length: count }, (_, n) => {
    const event = house.events[n % house.events.length] as KnownEvent;
    const zone = event.numbered[0] as KnownEvent['numbered'][number];
    const at = lockedMs();
    return {
      tenant_id: house.tenantId,
      id: random.uuid(),
      session_key: random.text(40),
      event_id: event.eventId,
      zone_id: zone.id,
      seat_id: zone.seatIds[fromSeat + n] as number,
      quantity: 1,
      locked_at: at,
      expires_at: state === 'live' ? at + 10 * durationMs : at + minuteMs,
      former_expires_at: state === 'abandoned' ? at + durationMs : null,
      status: 'active',
      price_at_lock: 4500,
      ended_at: null,
      end_reason: null,
      duration_ms: durationMs,
      max_extensions: 10,
      extensions: 0,
      cart_id: random.uuid(),
      device: 'phone',
      checkout_at: random.chance(0.5) ? at : null,
      paying_at: null,
    };
  });
}
