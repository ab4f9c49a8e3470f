import type { LockStatus } from '@/lib/locks/schema';
import type { Money } from '@/lib/money';
import { type Line, linesOf, totalOf, unitsOf } from './lines';
import type { Want } from './place';

/** The server's last word, and the reading of the page's clock when it came. */
export type Seen = { status: LockStatus; at: number };

/** What is kept; the rest of `CartState` follows from it and from the clicks on their way. */
export type CartFacts = {
  seen: Seen;
  /** Ended by time: offered again. */
  lapsed: Want[];
  /** Asked for while no answer could be had: kept, so that the buyer can ask again. */
  unsent: Want[];
  /** Ended by the organizer. */
  withdrawn: Want[];
  extending: boolean;
  /** A click's answer is overdue; it is still waited for. */
  slow: boolean;
  /** False while the server does not answer. */
  reachable: boolean;
};

export type CartState = CartFacts & {
  lines: Line[];
  units: number;
  total: Money;
  /** Seats whose click is on its way. */
  travelling: number[];
  /** Whether anything's click is on its way. */
  moving: boolean;
};

export function cartState(facts: CartFacts, wants: Want[]): CartState {
  const { status } = facts.seen;
  const lines = linesOf(status.locks, wants);
  const moving = wants.filter((want) => want.units !== 0);
  const travelling = moving.map(({ place }) => place.seatId).filter((id) => id !== null);
  const total = totalOf(status.total, wants);
  const units = unitsOf(lines);
  return { ...facts, lines, units, total, travelling, moving: moving.length > 0 };
}

/** A page that knows no more than one answer. */
export function factsOf(seen: Seen): CartFacts {
  return {
    seen,
    lapsed: [],
    unsent: [],
    withdrawn: [],
    extending: false,
    slow: false,
    reachable: true,
  };
}
