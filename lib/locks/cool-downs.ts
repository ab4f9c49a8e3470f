import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { epochMs, textArray } from '@/lib/sql';
import type { BatchState, Claim } from './claim';

/** Batches share it with each other; whoever waits for them has it alone. */
const batchesLock = 1_735_290_733;

/** First in a batch, before it holds anything: it is one of those that `outlastBatches` waits for. */
export async function joinBatches({ db, tenantId }: Context): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock_shared(${batchesLock}, ${tenantId})`);
}

/** Waits for the tenant's batches under way: they may have been begun before a cool-down was. */
export async function outlastBatches({ db, tenantId }: Context): Promise<void> {
  await db.execute(sql`SELECT pg_advisory_xact_lock(${batchesLock}, ${tenantId})`);
}

/**
 * Until when (ms, database clock) sources of these claims may lock nothing, by session key, account
 * or address hash: three kinds of text that no two can be equal in. Call inside the batch.
 */
export async function readCoolDowns(
  { db, tenantId }: Context,
  claims: Pick<Claim, 'sessionKey' | 'userId' | 'client'>[],
): Promise<Map<string, number>> {
  const sources = new Set(
    claims.flatMap(({ sessionKey, userId, client }) => [
      sessionKey,
      ...(userId ? [userId] : []),
      ...(client?.addressHash ? [client.addressHash] : []),
    ]),
  );
  const rows = await db.execute<{ source: string; untilMs: number }>(sql`
    SELECT source, ${epochMs(sql`max(until)`)} AS "untilMs" FROM cool_downs
    WHERE tenant_id = ${tenantId} AND until > clock_timestamp()
      AND source = ANY(${textArray([...sources])})
    GROUP BY source`);
  return new Map(rows.map((row) => [row.source, row.untilMs]));
}

/** @throws DomainError `cooling_down` {until, retryAfterSeconds} while the claim's source may lock nothing. */
export function requireWarm(
  { coolDowns, nowMs }: BatchState,
  { sessionKey, userId, client }: Claim,
): void {
  if (coolDowns.size === 0) return;
  const sources = [sessionKey, userId, client?.addressHash];
  const untilMs = Math.max(...sources.map((source) => coolDowns.get(source ?? '') ?? 0));
  if (untilMs <= nowMs) return;
  throw new DomainError('cooling_down', {
    until: new Date(untilMs).toISOString(),
    retryAfterSeconds: Math.ceil((untilMs - nowMs) / 1000),
  });
}
