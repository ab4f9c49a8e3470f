import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type Context, inTenant } from '@/lib/context';
import { log } from '@/lib/log';
import { listTenants } from '@/lib/tenants/queries';

/** A year with its season before: longer than anybody compares. */
const keptDays = 400;
/** A bound on one run for each tenant; what is left waits for the next. */
const batchMax = 1_000;

/** Removes resolved alerts and ended cool-downs that are past their time. @returns how many alerts. */
export async function forgetOldAlerts(db: Db): Promise<number> {
  let forgotten = 0;
  for (const { id } of await listTenants(db)) {
    const ctx: Context = { db, tenantId: id, actor: { kind: 'system' } };
    try {
      forgotten += await inTenant(ctx, forgetBatch);
    } catch (error) {
      // One house's failure does not keep the others' for good.
      log.warn('old alerts could not be forgotten', { tenantId: id, error });
    }
  }
  return forgotten;
}

async function forgetBatch({ db, tenantId }: Context): Promise<number> {
  const past = sql`clock_timestamp() - ${keptDays} * interval '1 day'`;
  await db.execute(sql`
    DELETE FROM cool_downs WHERE tenant_id = ${tenantId} AND id IN (
      SELECT id FROM cool_downs WHERE tenant_id = ${tenantId} AND until < ${past} LIMIT ${batchMax})`);
  const rows = await db.execute(sql`
    DELETE FROM alerts WHERE tenant_id = ${tenantId} AND id IN (
      SELECT id FROM alerts WHERE tenant_id = ${tenantId} AND raised_at < ${past}
        AND status = 'resolved' AND ended_at < ${past}
      ORDER BY raised_at LIMIT ${batchMax})
    RETURNING id`);
  return rows.length;
}
