import type { Dimension, Filter } from '../schema';
import { type Known, type KnownCart, within } from './recount';

const endings = ['sale', 'timeout', 'buyer', 'tab_closed', 'admin', 'open'];
type History = { locks: Known[]; carts: KnownCart[] };

/** Every figure of a period, computed by hand. */
export function expected(known: History, filter: Filter) {
  const locks = within(known.locks, filter, (lock) => lock.event_id);
  const carts = within(known.carts, filter, (cart) => cart.event);
  const sold = carts.filter((cart) => cart.sold);
  return {
    funnel: {
      viewed: 0,
      locked: carts.length,
      checkout: carts.filter((cart) => cart.reached >= 1).length,
      paying: carts.filter((cart) => cart.reached >= 2).length,
      sold: sold.length,
    },
    conversion: {
      locks: split(locks, () => 1),
      units: split(locks, (lock) => lock.quantity),
      value: split(locks, (lock) => lock.quantity * lock.price_at_lock),
      carts: {
        made: carts.length,
        sold: sold.length,
        open: carts.filter((cart) => cart.open).length,
        lost: carts.filter((cart) => !cart.open && !cart.sold).length,
      },
      timeToConvert: timeToConvert(sold),
    },
    byReason: sums(locks),
    cartsBack: {
      back: carts.filter((cart) => cart.back).length,
      backSold: sold.filter((cart) => cart.back).length,
    },
    byDay: byDay(locks, carts, filter),
  };
}

export function expectedLoss(known: History, filter: Filter, dimension: Dimension) {
  const groups = new Map<string, Known[]>();
  for (const lock of within(known.locks, filter, (one) => one.event_id)) {
    const key = keyOf(lock, dimension);
    const group = groups.get(key);
    if (group) group.push(lock);
    else groups.set(key, [lock]);
  }
  return [...groups].map(([key, locks]) => ({ key, ...sums(locks) })).sort(byKey);
}

export const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);

/** Seats by how often they were let go; among equals the one locked oftener, then the lower id. */
export function expectedSeats(known: History, filter: Filter) {
  const seats = new Map<
    number,
    { seatId: number; locks: number; sold: number; abandoned: number }
  >();
  for (const lock of within(known.locks, filter, (one) => one.event_id)) {
    if (lock.seat_id === null) continue;
    const seat = seats.get(lock.seat_id) ?? {
      seatId: lock.seat_id,
      locks: 0,
      sold: 0,
      abandoned: 0,
    };
    seat.locks++;
    if (lock.outcome === 'sale') seat.sold++;
    else if (lock.outcome !== 'open') seat.abandoned++;
    seats.set(lock.seat_id, seat);
  }
  return [...seats.values()]
    .filter((seat) => seat.abandoned > 0)
    .sort((a, b) => b.abandoned - a.abandoned || b.locks - a.locks || a.seatId - b.seatId);
}

export function keyOf(lock: Known, dimension: Dimension): string {
  if (dimension === 'zone') return String(lock.zone_id);
  if (dimension === 'price') return String(lock.price_at_lock);
  if (dimension === 'device') return lock.device ?? 'unknown';
  return String(lock[dimension]);
}

function sums(locks: Known[]) {
  const by: Record<string, { locks: number; units: number; value: number }> = {};
  for (const ending of endings) by[ending] = { locks: 0, units: 0, value: 0 };
  for (const lock of locks) {
    const sum = by[lock.outcome] as { locks: number; units: number; value: number };
    sum.locks += 1;
    sum.units += lock.quantity;
    sum.value += lock.quantity * lock.price_at_lock;
  }
  return by;
}

function split(locks: Known[], of: (lock: Known) => number) {
  const counts = { made: 0, sold: 0, open: 0, lost: 0 };
  for (const lock of locks) {
    counts.made += of(lock);
    counts[lock.outcome === 'sale' ? 'sold' : lock.outcome === 'open' ? 'open' : 'lost'] +=
      of(lock);
  }
  return counts;
}

function timeToConvert(sold: KnownCart[]) {
  const counts = [0, 0, 0, 0, 0, 0, 0, 0];
  let sum = 0;
  for (const { convertMs } of sold) {
    const minutes = convertMs / 60_000;
    const place = [1, 2, 3, 5, 10, 15, 30].findIndex((bound) => minutes < bound);
    counts[place === -1 ? 7 : place]!++;
    sum += convertMs;
  }
  return { meanMs: sold.length === 0 ? null : sum / sold.length, within: counts };
}

function byDay(locks: Known[], carts: KnownCart[], { from, to }: Filter) {
  const days = [];
  for (let at = new Date(from); at <= new Date(to); at = new Date(+at + 86_400_000)) {
    const day = at.toISOString().slice(0, 10);
    const of = locks.filter((lock) => lock.day === day);
    const begun = carts.filter((cart) => cart.day === day);
    const counts = split(of, () => 1);
    const value = split(of, (lock) => lock.quantity * lock.price_at_lock);
    days.push({
      day,
      locks: counts.made,
      sold: counts.sold,
      lost: counts.lost,
      open: counts.open,
      carts: begun.length,
      cartsSold: begun.filter((cart) => cart.sold).length,
      value: value.made,
      valueSold: value.sold,
    });
  }
  return days;
}
