import type { BuyerContext } from '@/lib/context';
import { withRetry } from '@/lib/transient';
import { abandonLocks as abandon, resumeLocks as resume } from './abandon';
import { type Claimed, lockEngine } from './engine';
import { type ExtendResult, extendLocks as extend } from './extend';
import { type ReleaseResult, releaseLocks as release } from './release';
import type { ExtendInput, LockInput, ReleaseInput } from './schema';

export { cleanupExpiredLocks } from './cleanup';
export { convertLocks } from './convert';
export { guaranteePayment } from './payment-window';

/**
 * Locks seats and places for the session until the full duration from now, through the process's
 * coalescer. `all`: every item or none; `any`: what can be had, the rest in `unavailable`. A seat
 * that the session holds already counts as held and is not renewed.
 * @param ctx on the client, not in a transaction: a batch of several buyers commits as one.
 * @param options.signal the caller's; hung up before its turn, it is dropped.
 * @throws DomainError `event_not_found`, `not_on_sale`, `zone_not_found`, `seat_not_found`,
 *   `wrong_item_kind`, `items_unavailable` {items}, `lock_limit_reached` {limit, held},
 *   `overloaded`, `unavailable`.
 */
export function lockItems(
  ctx: BuyerContext,
  input: LockInput,
  options: { signal?: AbortSignal; metadata?: Record<string, unknown> } = {},
): Promise<Claimed> {
  const { sessionKey, userId, isNew } = ctx.actor;
  const { items, mode } = input;
  const claim = { sessionKey, isNew, userId, items, mode, metadata: options.metadata ?? {} };
  return lockEngine(ctx.db).claim(ctx.tenantId, input.eventId, claim, options.signal);
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
