import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type Context, inTenant } from '@/lib/context';
import { log } from '@/lib/log';
import { listTenants } from '@/lib/tenants/queries';
import { withRetry } from '@/lib/transient';
import { makeHistoryMonths } from './history-months';
import { inTurns } from './turns';

/** Ended locks stay so long with the live ones: what is still asked about every day. */
const keptDays = 7;
const viewersKeptDays = 2;
const batchMax = 2_000;
/** A bound on one run; what is left waits for the next. */
const batchesMax = 1_000;

/**
 * Moves counted locks that ended a week ago to the history of their month, of every tenant in turn,
 * in bounded batches. A lock is in one place or the other at any moment, and no figure changes.
 * @returns how many.
 */
export async function moveOldLocks(db: Db): Promise<number> {
  await makeHistoryMonths(db);
  return inBatches(db, async ({ db: inside }) => {
    const [row] = await inside.execute<{ moved: number }>(sql`
      SELECT move_locks_to_history(
        clock_timestamp() - ${keptDays} * interval '1 day', ${batchMax}::int) AS moved`);
    return row?.moved ?? 0;
  });
}

/** Forgets who looked at an event two days ago; how many they were stays. @returns how many. */
export function forgetViewers(db: Db): Promise<number> {
  return inBatches(db, async ({ db: inside, tenantId }) => {
    const rows = await inside.execute(sql`
      DELETE FROM event_viewers WHERE ctid = ANY(ARRAY(
        SELECT ctid FROM event_viewers WHERE tenant_id = ${tenantId} AND day <= (
          SELECT (clock_timestamp() AT TIME ZONE time_zone)::date FROM tenants WHERE id = ${tenantId}
        ) - ${viewersKeptDays}::int LIMIT ${batchMax}))
      RETURNING 1`);
    return rows.length;
  });
}

/** One tenant that fails, or has much to do, does not keep the others waiting. @throws AggregateError of the failures. */
async function inBatches(db: Db, batch: (ctx: Context) => Promise<number>): Promise<number> {
  const failures: unknown[] = [];
  let done = 0;
  const tenants = await listTenants(db);
  await inTurns(tenants, batchesMax, async ({ id }) => {
    const ctx: Context = { db, tenantId: id, actor: { kind: 'system' } };
    try {
      const inBatch = await withRetry(() => inTenant(ctx, batch));
      done += inBatch;
      return inBatch === batchMax;
    } catch (error) {
      log.warn('the history of a tenant was not kept', { tenantId: id, error });
      failures.push(error);
      return false;
    }
  });
  if (failures.length > 0) throw new AggregateError(failures, 'not every tenant had its turn');
  return done;
}
