'use server';

import { action } from '@/lib/http/action';
import { parseValue } from '@/lib/http/body';
import type { ActionResult } from '@/lib/http/problem';
import { answerExtend, answerLock, answerRelease } from './answers';
import {
  type Extended,
  type ExtendInput,
  extendInputSchema,
  type Locked,
  type LockInput,
  lockInputSchema,
  type Released,
  type ReleaseInput,
  releaseInputSchema,
} from './schema';

/** Locks seats and places for the browser's session. Opens a session where there is none. */
export async function lockItemsAction(
  tenant: string,
  input: LockInput,
): Promise<ActionResult<Locked>> {
  return action(tenant, async (ctx) => {
    const { body } = await answerLock(ctx, parseValue(input, lockInputSchema));
    return body;
  });
}

/** Extends the session's locks, or those named. */
export async function extendLocksAction(
  tenant: string,
  input: ExtendInput,
): Promise<ActionResult<Extended>> {
  return action(tenant, (ctx) => answerExtend(ctx, parseValue(input, extendInputSchema)));
}

/** Gives back the session's locks, or those named. */
export async function releaseLocksAction(
  tenant: string,
  input: ReleaseInput,
): Promise<ActionResult<Released>> {
  return action(tenant, (ctx) => answerRelease(ctx, parseValue(input, releaseInputSchema)));
}
