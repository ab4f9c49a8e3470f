import type { Db } from '@/db/client';
import { type BuyerContext, inTenant, type StaffContext } from '@/lib/context';
import { metrics } from '@/lib/metrics';
import { withRetry } from '@/lib/transient';
import { abandonLocks as abandon, resumeLocks as resume } from './abandon';
import { offerAlternatives, type WithAlternatives } from './alternatives';
import { markCheckout as mark } from './checkout-mark';
import type { Claim } from './claim';
import { cleanupExpiredLocks as cleanup } from './cleanup';
import { outlastBatches } from './cool-downs';
import { type Claimed, lockEngine } from './engine';
import { type ExtendResult, extendLocks as extend } from './extend';
import { type ReleaseResult, releaseLocks as release } from './release';
import type { BestInput, ExtendInput, LockInput, ReleaseInput, SwapInput } from './schema';
import { releaseAsStaff as releaseByStaff } from './staff-release';
import type { SourceRelease, StaffRelease, StaffReleased } from './staff-schema';

export { convertLocks } from './convert';
export { guaranteePayment } from './payment-window';

/**
 * Locks seats and places for the session until the full duration from now, through the process's
 * coalescer. `all`: every item or none; `any`: what can be had, the rest in `unavailable`. A seat
 * that the session holds already counts as held and is not renewed.
 * @param ctx on the client, not in a transaction: a batch of several buyers commits as one.
 * @param options.signal the caller's; hung up before its turn, it is dropped.
 * @throws DomainError `event_not_found`, `not_on_sale`, `zone_not_found`, `seat_not_found`,
 *   `wrong_item_kind`, `items_unavailable` {items, alternatives?, orphaned?},
 *   `lock_limit_reached` {limit, held}, `cooling_down` {until, retryAfterSeconds}, `overloaded`,
 *   `unavailable`.
 */
export function lockItems(
  ctx: BuyerContext,
  input: LockInput,
  options: Options = {},
): Promise<WithAlternatives> {
  const { eventId, items, mode } = input;
  return offerAlternatives(ctx, input, () => claim(ctx, eventId, { items, mode }, options));
}

/**
 * Chooses seats for a group and locks them in the same transaction: side by side and nearest to
 * what is seen best, leaving no single seat behind; else near each other. With `swap` in exchange
 * for locks of the session, whose deadline stays.
 * @returns as `lockItems`, with `placement`.
 * @throws DomainError `not_enough_seats` {requested, available}, `locks_not_live` {lockIds},
 *   `event_not_found`, `not_on_sale`, `zone_not_found`, `wrong_item_kind`, `lock_limit_reached`,
 *   `cooling_down`, `overloaded`, `unavailable`.
 */
export function lockBest(
  ctx: BuyerContext,
  { eventId, swap, ...wish }: BestInput,
  options: Options = {},
): Promise<Claimed> {
  return claim(ctx, eventId, { items: [], mode: 'all', swap, wish }, options);
}

/**
 * Gives locks of the session up for as many other seats: all of it, or nothing, and then they are
 * held as before. The deadline stays.
 * @throws DomainError `locks_not_live` {lockIds}, and as `lockItems`.
 */
export function swapLocks(
  ctx: BuyerContext,
  { eventId, lockIds, items }: SwapInput,
  options: Options = {},
): Promise<WithAlternatives> {
  const what = { items, mode: 'all', swap: lockIds } as const;
  return offerAlternatives(ctx, { eventId, items }, () => claim(ctx, eventId, what, options));
}

type Options = { signal?: AbortSignal; metadata?: Record<string, unknown> };

function claim(
  { db, tenantId, actor }: BuyerContext,
  eventId: string,
  what: Pick<Claim, 'items' | 'mode' | 'swap' | 'wish'>,
  { signal, metadata = {} }: Options,
): Promise<Claimed> {
  const { sessionKey, userId, isNew, client } = actor;
  const asked = { sessionKey, isNew, userId, client, metadata, ...what };
  return lockEngine(db).claim(tenantId, eventId, asked, signal);
}

/** See `extend.ts`. @throws DomainError `no_live_locks`, `invalid_request`, `unavailable`. */
export function extendLocks(ctx: BuyerContext, input: ExtendInput): Promise<ExtendResult> {
  return withRetry(() => extend(ctx, input));
}

/** See `release.ts`. @throws DomainError `unavailable`. */
export function releaseLocks(ctx: BuyerContext, input: ReleaseInput): Promise<ReleaseResult> {
  return withRetry(() => release(ctx, input));
}

/** See `abandon.ts`: the beacon's soft release. @throws DomainError `unavailable`. */
export function abandonLocks(ctx: BuyerContext): Promise<void> {
  return withRetry(() => abandon(ctx));
}

/** See `abandon.ts`: the buyer is back. @throws DomainError `unavailable`. */
export function resumeLocks(ctx: BuyerContext): Promise<void> {
  return withRetry(() => resume(ctx));
}

/** See `checkout-mark.ts`. @throws DomainError `unavailable`. */
export function markCheckout(ctx: BuyerContext): Promise<void> {
  return withRetry(() => mark(ctx));
}

/** See `staff-release.ts`. @throws DomainError `unavailable`. */
export function releaseAsStaff(ctx: StaffContext, input: StaffRelease): Promise<StaffReleased> {
  return withRetry(() => releaseByStaff(ctx, input));
}

/** More calls than a house has places for. */
const releaseCallsMax = 50;

/**
 * Ends everything that a source holds and does not pay for at this moment, also what was being written
 * when this was asked for.
 * @returns how many locks ended, and how many are being paid for and stay.
 * @throws DomainError `unavailable`.
 */
export async function releaseSourceAsStaff(
  ctx: StaffContext,
  release: SourceRelease,
): Promise<{ released: number; paying: number }> {
  await withRetry(() => inTenant(ctx, outlastBatches));
  const all = { released: 0, paying: 0 };
  for (let calls = 0; calls < releaseCallsMax; calls++) {
    const { released, paying } = await releaseAsStaff(ctx, release);
    all.released += released.length;
    // The last answer holds: what was being paid for in an earlier one may be sold by now.
    all.paying = paying.length;
    if (released.length === 0) break;
  }
  return all;
}

/** See `cleanup.ts`. @throws DomainError `unavailable`. */
export async function cleanupExpiredLocks(db: Db): Promise<{ expired: number; released: number }> {
  const done = await cleanup(db);
  const { expired } = metrics();
  expired.inc({ reason: 'timeout' }, done.expired);
  expired.inc({ reason: 'tab_closed' }, done.released);
  return done;
}
