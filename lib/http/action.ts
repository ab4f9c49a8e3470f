import { headers } from 'next/headers';
import { v7 as newId } from 'uuid';
import type { BuyerContext } from '@/lib/context';
import { database } from '@/lib/database';
import { DomainError } from '@/lib/errors';
import { log } from '@/lib/log';
import { logRequest } from '@/lib/request-log';
import { tenantBySlug } from '@/lib/tenants/queries';
import { isAway } from '@/lib/transient';
import { userIdFromCookies } from '@/lib/users/queries';
import { clientOf } from './client';
import { type ActionResult, problemOf } from './problem';
import { limitRequestRate } from './request-rate';
import { sessionKeyFrom } from './session-cookie';

/**
 * Runs a server action of a buyer, whose session the proxy has opened: finds the tenant, converts
 * every error once. Next.js itself refuses actions that another site sent.
 * @param name the action's, for the log: `lockItems`.
 */
export async function action<T>(
  name: string,
  tenantSlug: string,
  work: (ctx: BuyerContext) => Promise<T>,
): Promise<ActionResult<T>> {
  const request = startRequest(name, tenantSlug);
  try {
    const db = database();
    const tenant = await tenantBySlug(db, tenantSlug);
    if (!tenant) throw new DomainError('tenant_not_found');
    const asked = await headers();
    const cookies = asked.get('cookie');
    const sessionKey = sessionKeyFrom(cookies);
    request.sessionKey = sessionKey;
    if (!sessionKey) throw new Error('An action came by another way than the proxy.');
    limitRequestRate(asked, sessionKey);
    const userId = await userIdFromCookies(cookies);
    const data = await work({
      db,
      tenantId: tenant.id,
      actor: { kind: 'buyer', sessionKey, userId, client: clientOf(asked) },
    });
    return request.ended({ ok: true, data });
  } catch (error) {
    const problem = problemOf(toDomainError(error), request.requestId);
    return request.ended({ ok: false, error: problem });
  }
}

/** Remembers an action until it is known how it went, and then logs it. */
export function startRequest(name: string, tenant: string | null) {
  const startedMs = performance.now();
  return {
    requestId: newId(),
    sessionKey: null as string | null,
    ended<T>(result: ActionResult<T>): ActionResult<T> {
      this.endedAs(result.ok ? 'ok' : result.error.code, result.ok ? 200 : result.error.status);
      return result;
    },
    endedAs(outcome: string, status: number): void {
      const { requestId, sessionKey } = this;
      const ms = performance.now() - startedMs;
      logRequest({ requestId, name, tenant, sessionKey, outcome, status, ms });
    },
  };
}

/** What is not known by name is logged, once. */
export function toDomainError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  if (isAway(error)) return new DomainError('unavailable', {}, { cause: error });
  log.error('unexpected error in an action', { error });
  return error;
}
