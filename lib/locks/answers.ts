import type { BuyerContext } from '@/lib/context';
import { lockStatus } from './queries';
import type { Extended, ExtendInput, Locked, LockInput, Released, ReleaseInput } from './schema';
import { extendLocks, lockItems, releaseLocks } from './service';

const iso = (ms: number) => new Date(ms).toISOString();

/** Locks, and answers with the cart as it is then. `created`: whether anything was newly locked. */
export async function answerLock(
  ctx: BuyerContext,
  input: LockInput,
  signal?: AbortSignal,
): Promise<{ created: boolean; body: Locked }> {
  const { lockIds, inserted, unavailable, cart } = await lockItems(ctx, input, { signal });
  const refused = input.mode === 'any' ? { unavailable } : {};
  return { created: inserted.length > 0, body: { ...cart, locked: lockIds, ...refused } };
}

/** Extends, and answers with the cart as it is then. */
export async function answerExtend(ctx: BuyerContext, input: ExtendInput): Promise<Extended> {
  const { extended, refused } = await extendLocks(ctx, input);
  const status = await lockStatus(ctx);
  return {
    ...status,
    extended: extended.map(({ expiresAtMs, ...lock }) => ({
      ...lock,
      expiresAt: iso(expiresAtMs),
    })),
    refused,
  };
}

/** Gives back, and answers with the cart as it is then. */
export async function answerRelease(ctx: BuyerContext, input: ReleaseInput): Promise<Released> {
  const result = await releaseLocks(ctx, input);
  return { ...(await lockStatus(ctx)), ...result };
}
