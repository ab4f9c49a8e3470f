import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';
import { epochMs, textArray } from '@/lib/sql';
import type { Claim } from './claim';

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
