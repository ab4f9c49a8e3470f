'use server';

import { action } from '@/lib/http/action';
import { parseValue } from '@/lib/http/body';
import type { ActionResult } from '@/lib/http/problem';
import { answerBest, answerExtend, answerLock, answerRelease, answerSwap } from './answers';
import {
  type Best,
  type BestInput,
  bestInputSchema,
  type Extended,
  type ExtendInput,
  extendInputSchema,
  type Locked,
  type LockInput,
  lockInputSchema,
  type Released,
  type ReleaseInput,
  releaseInputSchema,
  type SwapInput,
  type Swapped,
  swapInputSchema,
} from './schema';

/** Locks seats and places for the browser's session. Opens a session where there is none. */
export async function lockItemsAction(
  tenant: string,
  input: LockInput,
): Promise<ActionResult<Locked>> {
  return action('lockItems', tenant, async (ctx) => {
    const { body } = await answerLock(ctx, parseValue(input, lockInputSchema));
    return body;
  });
}

/** Chooses seats for a group and locks them, in exchange for locks of the session if any are named. */
export async function lockBestAction(
  tenant: string,
  input: BestInput,
): Promise<ActionResult<Best>> {
  return action('lockBest', tenant, (ctx) => answerBest(ctx, parseValue(input, bestInputSchema)));
}

/** Gives locks of the session up for as many other seats, or changes nothing. */
export async function swapLocksAction(
  tenant: string,
  input: SwapInput,
): Promise<ActionResult<Swapped>> {
  return action('swapLocks', tenant, (ctx) => answerSwap(ctx, parseValue(input, swapInputSchema)));
}

/** Extends the session's locks, or those named. */
export async function extendLocksAction(
  tenant: string,
  input: ExtendInput,
): Promise<ActionResult<Extended>> {
  return action('extendLocks', tenant, (ctx) =>
    answerExtend(ctx, parseValue(input, extendInputSchema)),
  );
}

/** Gives back the session's locks, or those named. */
export async function releaseLocksAction(
  tenant: string,
  input: ReleaseInput,
): Promise<ActionResult<Released>> {
  return action('releaseLocks', tenant, (ctx) =>
    answerRelease(ctx, parseValue(input, releaseInputSchema)),
  );
}
