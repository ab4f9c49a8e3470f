import { sql } from 'drizzle-orm';
import { type BuyerContext, inTenant } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { problemOf, problemResponse } from '@/lib/http/problem';
import { log } from '@/lib/log';
import { withRetry } from '@/lib/transient';

export { forgetOldKeys } from './forget';

/** A first request that has not answered by then is taken for dead. */
const abandonedAfterSeconds = 60;
/** How long a repeated request waits for the first one's answer, and how often it looks. */
const waitMs = 5_000;
const lookEveryMs = 100;

type Asked = { key: string; requestHash: string };
type Stored = { requestHash: string; status: number | null; body: string | null };

/**
 * Answers once for each key of the session: the same request again gets the stored answer. What
 * failed on our side is not stored, so that it can be tried again.
 * @throws DomainError `idempotency_mismatch`, `request_in_progress`.
 */
export async function answerOnce(
  ctx: BuyerContext,
  asked: Asked,
  answer: () => Promise<Response>,
): Promise<Response> {
  const deadline = performance.now() + waitMs;
  while (!(await withRetry(() => claimKey(ctx, asked)))) {
    const stored = await withRetry(() => readKey(ctx, asked.key));
    if (stored && stored.requestHash !== asked.requestHash) {
      throw new DomainError('idempotency_mismatch');
    }
    if (stored?.status != null) return replay(stored.status, stored.body as string);
    if (performance.now() > deadline) throw new DomainError('request_in_progress');
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  let response: Response;
  try {
    response = await answer();
  } catch (error) {
    await settleFailure(ctx, asked.key, error);
    throw error;
  }
  try {
    const body = await response.clone().text();
    await withRetry(() => storeAnswer(ctx, asked.key, response.status, body));
  } catch (error) {
    // It was done: its caller hears so, and the key stays taken, or a repeat would do it once more.
    log.warn('an answer could not be kept for a repeated request', { error });
  }
  return response;
}

/** A refusal is an answer; what failed on our side may be tried again. */
async function settleFailure(ctx: BuyerContext, key: string, error: unknown): Promise<void> {
  const problem = error instanceof DomainError ? problemOf(error, '') : null;
  if (!problem || problem.status >= 500 || problem.status === 429) {
    await withRetry(() => forgetKey(ctx, key));
    return;
  }
  const body = await problemResponse(problem).text();
  await withRetry(() => storeAnswer(ctx, key, problem.status, body));
}

function replay(status: number, body: string): Response {
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  const headers = {
    'content-type': type,
    'cache-control': 'no-store',
    'idempotency-replayed': 'true',
  };
  return new Response(body, { status, headers });
}

/** Whether the key is this request's to answer: new, or left behind by one that died. */
function claimKey(ctx: BuyerContext, { key, requestHash }: Asked): Promise<boolean> {
  return inTenant(ctx, async ({ db, tenantId, actor }) => {
    const rows = await db.execute(sql`
      INSERT INTO idempotency_keys AS k (tenant_id, session_key, key, request_hash)
      VALUES (${tenantId}, ${actor.sessionKey}, ${key}, ${requestHash})
      ON CONFLICT (tenant_id, session_key, key) DO UPDATE SET created_at = clock_timestamp()
      WHERE k.status IS NULL AND k.request_hash = excluded.request_hash
        AND k.created_at < clock_timestamp() - ${abandonedAfterSeconds} * interval '1 second'
      RETURNING key`);
    return rows.length > 0;
  });
}

function readKey(ctx: BuyerContext, key: string): Promise<Stored | null> {
  return inTenant(ctx, async ({ db, tenantId, actor }) => {
    const [row] = await db.execute<Stored>(sql`
      SELECT request_hash AS "requestHash", status, body FROM idempotency_keys
      WHERE tenant_id = ${tenantId} AND session_key = ${actor.sessionKey} AND key = ${key}`);
    return row ?? null;
  });
}

async function storeAnswer(
  ctx: BuyerContext,
  key: string,
  status: number,
  body: string,
): Promise<void> {
  await inTenant(ctx, ({ db, tenantId, actor }) =>
    db.execute(sql`
      UPDATE idempotency_keys SET status = ${status}, body = ${body}
      WHERE tenant_id = ${tenantId} AND session_key = ${actor.sessionKey} AND key = ${key}`),
  );
}

async function forgetKey(ctx: BuyerContext, key: string): Promise<void> {
  await inTenant(ctx, ({ db, tenantId, actor }) =>
    db.execute(sql`
      DELETE FROM idempotency_keys
      WHERE tenant_id = ${tenantId} AND session_key = ${actor.sessionKey} AND key = ${key}`),
  );
}
