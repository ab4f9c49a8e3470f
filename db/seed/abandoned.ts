import type { Party } from './attendance';
import {
  after,
  type Cart,
  cartOf,
  deadlineOf,
  type Ending,
  holdMs,
  minuteMs,
  type StagedEvent,
} from './claims';
import { visitor, weighted } from './visitors';

export type Left = { cart: Cart; ending: Ending };

const reasons: ['timeout' | 'tab_closed' | 'buyer' | 'admin', number][] = [
  ['timeout', 52],
  ['tab_closed', 27],
  ['buyer', 19],
  ['admin', 2],
];
const stages: ['cart' | 'checkout' | 'paying', number][] = [
  ['cart', 68],
  ['checkout', 22],
  ['paying', 10],
];
const extensions: [number, number][] = [
  [0, 76],
  [1, 16],
  [2, 6],
  [4, 2],
];

/** How often a cart was extended before it came to its end. */
export const extensionsOf = (random: () => number) => weighted(random, extensions);

/**
 * A cart that bought nothing.
 * @param session of somebody who has other carts; a new one without.
 */
export function leftCart(
  event: StagedEvent,
  party: Party,
  lockedAt: Date,
  random: () => number,
  session?: string,
): Left {
  const cart = cartOf(event, party, lockedAt, visitor(random), session);
  cart.extensions = extensionsOf(random);
  const spent = (0.5 + random() * 12) * minuteMs + cart.extensions * holdMs;
  const stage = weighted(random, stages);
  if (stage !== 'cart') cart.checkoutAt = after(lockedAt, spent * 0.4);
  if (stage === 'paying') cart.payingAt = after(lockedAt, spent * 0.7);
  const reason = weighted(random, reasons);
  if (reason === 'timeout') {
    return { cart, ending: { status: 'expired', reason, at: after(deadlineOf(cart), 1) } };
  }
  return { cart, ending: { status: 'released', reason, at: after(lockedAt, spent) } };
}

/** The longest that `leftCart` lasts. */
export const leftMsMax = 5 * holdMs + 15 * minuteMs;

/** Tells a moment at which these places were in nobody's cart, out of some that are tried. */
export class Calendar {
  private readonly taken = new Map<Party, [fromMs: number, toMs: number][]>();

  take(party: Party, from: Date, to: Date): void {
    const spans = this.taken.get(party) ?? [];
    spans.push([from.getTime(), to.getTime()]);
    this.taken.set(party, spans);
  }

  /** Standing places are many; a seat is one. */
  isFree(party: Party, from: Date, lastsMs: number): boolean {
    if (party.seats.length === 0) return true;
    const [start, end] = [from.getTime(), from.getTime() + lastsMs];
    return !(this.taken.get(party) ?? []).some(([a, b]) => start < b && end > a);
  }
}
