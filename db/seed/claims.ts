import { v7 as uuidv7 } from 'uuid';
import type { Party } from './attendance';
import type { Cell } from './bulk';
import { sessionKey } from './random';
import type { Visitor } from './visitors';

/** An event as written: what its locks and sales point at. */
export type StagedEvent = {
  tenantId: number;
  eventId: string;
  currency: string;
  /** In the order of the hall's zones; seats in the order of the zone's. */
  zones: { id: number; priceMinor: number; seatIds: number[] }[];
  saleStartsAt: Date;
};

type Claim = {
  lockId: string;
  zoneId: number;
  seatId: number | null;
  quantity: number;
  priceMinor: number;
};

/** A cart: what one session locked, and when, by the database's clock. */
export type Cart = Visitor & {
  cartId: string;
  sessionKey: string;
  lockedAt: Date;
  claims: Claim[];
  /** How often its time was extended, and how far it came. */
  extensions: number;
  checkoutAt: Date | null;
  payingAt: Date | null;
};

export type Ending =
  | { status: 'active' }
  | { status: 'expired' | 'released' | 'converted'; reason: string; at: Date };

export const minuteMs = 60_000;
export const holdMs = 15 * minuteMs;
const maxExtensions = 10;
const paymentWindowMs = 10 * minuteMs;

export const lockColumns = [
  'tenant_id',
  'id',
  'session_key',
  'user_id',
  'event_id',
  'zone_id',
  'seat_id',
  'quantity',
  'locked_at',
  'expires_at',
  'status',
  'price_at_lock',
  'ended_at',
  'end_reason',
  'duration_ms',
  'max_extensions',
  'extensions',
  'payment_window_ms',
  'cart_id',
  'device',
  'address_hash',
  'checkout_at',
  'paying_at',
];

export function after(moment: Date, ms: number): Date {
  return new Date(moment.getTime() + ms);
}

/** One claim a seat, or one for all the standing places of a party. */
export function cartOf(
  event: StagedEvent,
  party: Party,
  lockedAt: Date,
  visitor: Visitor,
  session = sessionKey(),
): Cart {
  const zone = event.zones[party.zone]!;
  const wanted =
    party.seats.length === 0
      ? [{ seatId: null, quantity: party.units }]
      : party.seats.map((i) => ({ seatId: zone.seatIds[i]!, quantity: 1 }));
  const claims = wanted.map((item) => ({
    ...item,
    lockId: uuidv7(),
    zoneId: zone.id,
    priceMinor: zone.priceMinor,
  }));
  return {
    ...visitor,
    cartId: uuidv7(),
    sessionKey: session,
    lockedAt,
    claims,
    extensions: 0,
    checkoutAt: null,
    payingAt: null,
  };
}

/** When the cart's time is over, if nothing ends it before. */
export function deadlineOf({ lockedAt, extensions, payingAt }: Cart): Date {
  const extendedMs = lockedAt.getTime() + holdMs * (1 + extensions);
  return new Date(Math.max(extendedMs, payingAt ? payingAt.getTime() + paymentWindowMs : 0));
}

/** The rows of `cart_item_locks` of a cart that ended so, or has not ended. */
export function lockRows(
  { tenantId, eventId }: StagedEvent,
  cart: Cart,
  ending: Ending,
  userId: string | null = null,
): Cell[][] {
  const [at, reason] = ending.status === 'active' ? [null, null] : [ending.at, ending.reason];
  return cart.claims.map((claim) => [
    tenantId,
    claim.lockId,
    cart.sessionKey,
    userId,
    eventId,
    claim.zoneId,
    claim.seatId,
    claim.quantity,
    cart.lockedAt,
    deadlineOf(cart),
    ending.status,
    claim.priceMinor,
    at,
    reason,
    holdMs,
    maxExtensions,
    cart.extensions,
    cart.payingAt ? paymentWindowMs : 0,
    cart.cartId,
    cart.device,
    cart.addressHash,
    cart.checkoutAt,
    cart.payingAt,
  ]);
}
