import { randomUUID } from 'node:crypto';
import { database } from '@/lib/database';
import { DomainError } from '@/lib/errors';
import { log } from '@/lib/log';
import { countRequest } from '@/lib/metrics';
import { logRequest } from '@/lib/request-log';
import { isAway } from '@/lib/transient';
import { Call } from './call';
import { refuseCrossSite } from './cross-site';
import { type Problem, problemOf, problemResponse } from './problem';

/**
 * Makes a handler of one REST endpoint a pure web function. Converts every error, once: what is
 * known by its code, an unreachable database to 503, anything else to 500 `internal`, logged.
 * @param name the endpoint's, for figures and logs: `POST /sales/cart/lock`.
 */
export function route(
  name: string,
  handler: (call: Call) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const startedMs = performance.now();
    const requestId = randomUUID();
    let call: Call | null = null;
    let answer: Answer;
    try {
      refuseCrossSite(request);
      call = new Call(request, database(), requestId);
      if (request.method !== 'GET') call.limitRate();
      answer = { response: call.keepSession(await handler(call)), outcome: 'ok' };
    } catch (error) {
      const hungUp = request.signal.aborted && !(error instanceof DomainError);
      answer = hungUp ? callerGone(name, requestId, error) : answerError(name, requestId, error);
    }
    const { response, outcome } = answer;
    const { status } = response;
    const ms = performance.now() - startedMs;
    countRequest(name, status, ms);
    // What only reads is counted; a line each would bury what happened.
    if (request.method !== 'GET' || status >= 500) {
      const { tenantSlug = null, sessionKey = null } = call ?? {};
      logRequest({ requestId, name, tenant: tenantSlug, sessionKey, outcome, status, ms });
    }
    return response;
  };
}

/** `outcome`: `ok`, or the code of the problem. */
type Answer = { response: Response; outcome: string };

function answerError(name: string, requestId: string, error: unknown): Answer {
  if (error instanceof DomainError) {
    const problem = problemOf(error, requestId);
    if (problem.status >= 500) log.warn('request failed', { name, requestId, error });
    return answerOf(problem);
  }
  if (isAway(error)) {
    log.warn('database away', { name, requestId, error });
    return answerOf(problemOf(new DomainError('unavailable'), requestId));
  }
  log.error('unexpected error', { name, requestId, error });
  return answerOf(problemOf(error, requestId));
}

function answerOf(problem: Problem): Answer {
  return { response: problemResponse(problem), outcome: problem.code };
}

/** For the figures only: nobody hears it. 499 is what proxies call a caller that hung up. */
function callerGone(name: string, requestId: string, error: unknown): Answer {
  log.info('caller hung up', { name, requestId, error });
  return { response: new Response(null, { status: 499 }), outcome: 'caller_gone' };
}

/** A JSON answer that no cache keeps. */
export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
}

/** JSON that is written already. The caller says who may keep it. */
export function jsonBytes(body: Uint8Array<ArrayBuffer>): Response {
  return new Response(body, { headers: { 'content-type': 'application/json' } });
}
