import { randomBytes } from 'node:crypto';
import type { Db } from '@/db/client';
import type { Hall } from '@/db/testing/hall';
import type { BuyerContext } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import type { Claim, ClaimOutcome } from '../claim';
import type { LockEngine } from '../engine';
import type { LockItem } from '../schema';

export const newSession = () => randomBytes(30).toString('base64url');

export function buyerOf(db: Db, hall: Hall, sessionKey = newSession()): BuyerContext {
  return { db, tenantId: hall.tenantId, actor: { kind: 'buyer', sessionKey, userId: null } };
}

export function claimOf(
  items: LockItem[],
  sessionKey = newSession(),
  mode: 'all' | 'any' = 'all',
): Claim {
  return { sessionKey, userId: null, items, mode, metadata: {} };
}

/** A claim's outcome, or the code that it was refused with. Anything else is thrown on. */
export async function outcomeOf(
  engine: LockEngine,
  hall: Hall,
  claim: Claim,
): Promise<ClaimOutcome | DomainError> {
  try {
    return await engine.claim(hall.tenantId, hall.eventId, claim);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
