import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { log } from '@/lib/log';
import { isRetryable } from '@/lib/transient';

/** Whoever is in the way is let through: the month waits, and what is moved later is not lost. */
const patienceMs = 200;

/**
 * Makes the months of the history that locks are or will soon be moved to, each in a transaction of
 * its own. One that is refused for now stays missing, so that its locks stay where they are, until a
 * later run.
 * @returns how many were made.
 */
export async function makeHistoryMonths(db: Db): Promise<number> {
  const missing = await db.execute<{ month: string }>(
    sql`SELECT (month AT TIME ZONE 'UTC')::date::text AS month FROM missing_lock_history_months() AS month`,
  );
  const waiting: string[] = [];
  for (const { month } of missing) {
    try {
      await db.transaction(async (tx) => {
        await tx.execute(sql`SELECT set_config('lock_timeout', ${String(patienceMs)}, true)`);
        await tx.execute(
          sql`SELECT ensure_lock_history_month(${month}::timestamp AT TIME ZONE 'UTC')`,
        );
      });
    } catch (error) {
      if (!isRetryable(error)) throw error;
      waiting.push(month);
    }
  }
  if (waiting.length > 0) {
    log.warn('months of the history could not be made yet and wait for the next run', {
      months: waiting,
    });
  }
  return missing.length - waiting.length;
}
