import { cookies, headers } from 'next/headers';
import { v7 as newId } from 'uuid';
import type { BuyerContext } from '@/lib/context';
import { database } from '@/lib/database';
import { DomainError } from '@/lib/errors';
import { log } from '@/lib/log';
import { tenantBySlug } from '@/lib/tenants/queries';
import { isAway } from '@/lib/transient';
import { userIdFromCookies } from '@/lib/users/queries';
import { type ActionResult, problemOf } from './problem';
import { takeToken } from './rate-limit';
import { newSessionKey, sessionCookie, validSessionKey } from './session-cookie';

const sessionRate = { capacity: 800, perSecond: 40 };

/**
 * Runs a server action of a buyer: finds the tenant, finds or opens the session, converts every
 * error once. Next.js itself refuses actions that another site sent.
 */
export async function action<T>(
  tenantSlug: string,
  work: (ctx: BuyerContext) => Promise<T>,
): Promise<ActionResult<T>> {
  try {
    const db = database();
    const tenant = await tenantBySlug(db, tenantSlug);
    if (!tenant) throw new DomainError('tenant_not_found');
    const jar = await cookies();
    const known = validSessionKey(jar.get(sessionCookie)?.value);
    const sessionKey = known ?? newSessionKey();
    const taken = takeToken(`session ${sessionKey}`, sessionRate);
    if (!taken.ok) {
      throw new DomainError('rate_limited', { retryAfterSeconds: taken.retryAfterSeconds });
    }
    const sent = await headers();
    const userId = await userIdFromCookies(sent.get('cookie'));
    const data = await work({
      db,
      tenantId: tenant.id,
      actor: { kind: 'buyer', sessionKey, userId },
    });
    if (!known) {
      const secure = sent.get('x-forwarded-proto') === 'https';
      jar.set(sessionCookie, sessionKey, { httpOnly: true, sameSite: 'lax', path: '/', secure });
    }
    return { ok: true, data };
  } catch (error) {
    return { ok: false, error: problemOf(toDomainError(error), newId()) };
  }
}

function toDomainError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  if (isAway(error)) return new DomainError('unavailable', {}, { cause: error });
  log.error('unexpected error in an action', { error });
  return error;
}
