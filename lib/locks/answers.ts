import type { BuyerContext } from '@/lib/context';
import { lockStatus } from './queries';
import type {
  Best,
  BestInput,
  Extended,
  ExtendInput,
  Locked,
  LockInput,
  Placement,
  Released,
  ReleaseInput,
  SwapInput,
  Swapped,
} from './schema';
import { extendLocks, lockBest, lockItems, releaseLocks, swapLocks } from './service';

const iso = (ms: number) => new Date(ms).toISOString();

/** Locks, and answers with the cart as it is then. `created`: whether anything was newly locked. */
export async function answerLock(
  ctx: BuyerContext,
  input: LockInput,
  signal?: AbortSignal,
): Promise<{ created: boolean; body: Locked }> {
  const answer = await lockItems(ctx, input, { signal });
  const { lockIds, inserted, unavailable, alternatives, orphaned, cart } = answer;
  const refused = input.mode === 'any' ? { unavailable } : {};
  const instead = {
    ...(alternatives ? { alternatives } : {}),
    ...(orphaned.length > 0 ? { orphaned } : {}),
  };
  return {
    created: inserted.length > 0,
    body: { ...cart, locked: lockIds, ...refused, ...instead },
  };
}

/** Chooses and locks, and answers with the cart as it is then, and with what was done. */
export async function answerBest(
  ctx: BuyerContext,
  input: BestInput,
  signal?: AbortSignal,
): Promise<Best> {
  const { cart, lockIds, released, placement } = await lockBest(ctx, input, { signal });
  const gone = released.map((lock) => lock.id);
  return { ...cart, locked: lockIds, released: gone, ...(placement as Placement) };
}

/** Swaps, and answers with the cart as it is then. */
export async function answerSwap(
  ctx: BuyerContext,
  input: SwapInput,
  signal?: AbortSignal,
): Promise<Swapped> {
  const { cart, lockIds, released } = await swapLocks(ctx, input, { signal });
  return { ...cart, locked: lockIds, released: released.map((lock) => lock.id) };
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
