import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { Context } from '@/lib/context';
import { epochMs } from '@/lib/sql';

/** A reading of the database, with what its clock said and when that was told, by `performance.now()`. */
export type Reading<T> = { nowMs: number; toldAtMs: number; data: T };

/** Reads one house at one moment. */
export function readAtOnce<T>(
  db: Db,
  tenantId: number,
  read: (ctx: Context) => Promise<T>,
): Promise<Reading<T>> {
  return db.transaction(
    async (tx) => {
      const [now] = await tx.execute<{ nowMs: number }>(sql`
        SELECT set_config('app.tenant_id', ${String(tenantId)}, true),
          ${epochMs(sql`clock_timestamp()`)} AS "nowMs"`);
      const toldAtMs = performance.now();
      const data = await read({ db: tx as Db, tenantId, actor: { kind: 'system' } });
      return { nowMs: (now as { nowMs: number }).nowMs, toldAtMs, data };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}
