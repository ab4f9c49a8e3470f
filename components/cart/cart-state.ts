import type { LockStatus } from '@/lib/locks/schema';
import type { Money } from '@/lib/money';
import { type Line, linesOf, totalOf, unitsOf } from './lines';
import { placeKey, type Want } from './place';

/** The server's last word, and the reading of the page's clock when it came. */
export type Seen = { status: LockStatus; at: number };

/** What is kept; the rest of `CartState` follows from it and from the clicks on their way. */
export type CartFacts = {
  seen: Seen;
  /** Ended by time: offered again. */
  lapsed: Want[];
  /** Ended by the organizer. */
  withdrawn: Want[];
  extending: boolean;
  /** False while the server does not answer. */
  reachable: boolean;
};

export type CartState = CartFacts & {
  lines: Line[];
  units: number;
  total: Money;
  /** Seats whose click is on its way. */
  travelling: number[];
};

export function cartState(facts: CartFacts, wants: Want[]): CartState {
  const { status } = facts.seen;
  const lines = linesOf(status.locks, wants);
  const moving = wants.filter((want) => want.units !== 0);
  const travelling = moving.map(({ place }) => place.seatId).filter((id) => id !== null);
  const total = totalOf(status.total, wants);
  return { ...facts, lines, units: unitsOf(lines), total, travelling };
}

/** What lapsed before and now, less what is held again. */
export function stillLapsed(lapsed: readonly Want[], status: LockStatus): Want[] {
  const held = new Set(status.locks.map(placeKey));
  return lapsed.filter(({ place }) => !held.has(placeKey(place)));
}
