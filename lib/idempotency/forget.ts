import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type Context, inTenant } from '@/lib/context';
import { listTenants } from '@/lib/tenants/queries';

const keptForHours = 24;
const batchMax = 1_000;
/** A bound on one run; what is left waits for the next. */
const batchesMax = 1_000;

/** Removes every tenant's keys that are past their day, in bounded batches. @returns how many. */
export async function forgetOldKeys(db: Db): Promise<number> {
  let forgotten = 0;
  let batches = 0;
  for (const { id } of await listTenants(db)) {
    const ctx: Context = { db, tenantId: id, actor: { kind: 'system' } };
    let inBatch: number;
    do {
      inBatch = await inTenant(ctx, forgetBatch);
      forgotten += inBatch;
    } while (inBatch === batchMax && ++batches < batchesMax);
  }
  return forgotten;
}

/** A key that somebody answers under at this moment is left for the next run. */
async function forgetBatch({ db, tenantId }: Context): Promise<number> {
  const rows = await db.execute(sql`
    DELETE FROM idempotency_keys WHERE tenant_id = ${tenantId} AND (session_key, key) IN (
      SELECT session_key, key FROM idempotency_keys
      WHERE tenant_id = ${tenantId}
        AND created_at < clock_timestamp() - ${keptForHours} * interval '1 hour'
      ORDER BY created_at LIMIT ${batchMax} FOR UPDATE SKIP LOCKED)
    RETURNING key`);
  return rows.length;
}
