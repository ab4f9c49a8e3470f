import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type Context, inTenant } from '@/lib/context';
import { log } from '@/lib/log';
import { listTenants } from '@/lib/tenants/queries';
import { withRetry } from '@/lib/transient';
import { countCarts, readUnfinished } from './count-carts';
import { countLocks } from './count-locks';

/** A batch may be under way for so long; what was made before it is there for all to see. */
const settledMinutes = 10;
/** About how many locks a transaction counts; an hour is never parted. */
const locksMax = 20_000;
/** A bound on one run over all tenants; what is left waits for the next. */
const slicesMax = 100;

/**
 * Moves each tenant's mark to the newest full hour before which no cart can change any more, and
 * counts the locks and carts up to there into the day tables: one transaction a tenant and slice,
 * so that a crash leaves nothing half counted. The tenants take turns, and one that fails does not
 * keep the others waiting.
 * @returns how many slices were counted.
 * @throws AggregateError of the tenants' failures, when the others are done.
 */
export async function countClosedHours(db: Db): Promise<number> {
  const failures: unknown[] = [];
  let turn = (await listTenants(db)).map(({ id }) => id);
  let slices = 0;
  while (turn.length > 0 && slices < slicesMax) {
    const again: number[] = [];
    for (const tenantId of turn) {
      try {
        const ctx: Context = { db, tenantId, actor: { kind: 'system' } };
        if (!(await withRetry(() => inTenant(ctx, countSlice)))) continue;
        slices++;
        again.push(tenantId);
      } catch (error) {
        log.warn('the locks of a tenant were not counted', { tenantId, error });
        failures.push(error);
      }
    }
    turn = again;
  }
  if (failures.length > 0) throw new AggregateError(failures, 'not every tenant was counted');
  return slices;
}

/** Times as text, with all the digits that the database has. */
export type Slice = { from: string; until: string };

/** @returns whether there may be more to count. */
async function countSlice(ctx: Context): Promise<boolean> {
  const { db, tenantId } = ctx;
  // An hour of a great on-sale is more than a buyer's statement may take.
  await db.execute(sql`SELECT set_config('statement_timeout', '120000', true)`);
  await holdTimeZone(ctx);
  const slice = await nextSlice(ctx, await holdMark(ctx));
  const unfinished = await readUnfinished(ctx, slice);
  const [row] = await db.execute<Slice & { some: boolean }>(sql`
    SELECT ${slice.from} AS from, until::text, until > ${slice.from}::timestamptz AS some
    FROM least(${slice.until}::timestamptz, date_trunc('hour', ${unfinished}::timestamptz)) AS until`);
  if (!row?.some) return false;
  await countLocks(ctx, row);
  await countCarts(ctx, row);
  await db.execute(sql`
    UPDATE analytics_marks SET counted_until = ${row.until}::timestamptz WHERE tenant_id = ${tenantId}`);
  return true;
}

/**
 * Until the end of the transaction no save of the house comes between its statements, which all ask
 * for its time zone. Once a day is counted that cannot change any more, and no save need wait.
 */
async function holdTimeZone({ db, tenantId }: Context): Promise<void> {
  await db.execute(sql`
    SELECT FROM tenants WHERE id = ${tenantId}
      AND NOT EXISTS (SELECT FROM house_days WHERE tenant_id = ${tenantId}) FOR SHARE OF tenants`);
}

/** The mark, held until the end of the transaction: whoever else counts this tenant waits. */
async function holdMark({ db, tenantId }: Context): Promise<string> {
  await db.execute(sql`
    INSERT INTO analytics_marks (tenant_id, counted_until) VALUES (${tenantId}, '-infinity')
    ON CONFLICT (tenant_id) DO NOTHING`);
  const [mark] = await db.execute<{ at: string }>(sql`
    SELECT counted_until::text AS at FROM analytics_marks WHERE tenant_id = ${tenantId} FOR UPDATE`);
  return mark?.at as string;
}

/** From the mark to the newest full hour, or to an earlier one where that would be too much. */
async function nextSlice({ db, tenantId }: Context, from: string): Promise<Slice> {
  const [row] = await db.execute<{ until: string }>(sql`
    WITH bound AS (
      SELECT date_trunc('hour', clock_timestamp() - ${settledMinutes} * interval '1 minute') AS at
    ), next AS (
      SELECT l.locked_at FROM cart_item_locks l
      WHERE l.tenant_id = ${tenantId} AND l.locked_at >= ${from}::timestamptz
        AND l.locked_at < (SELECT at FROM bound)
      ORDER BY l.locked_at LIMIT ${locksMax}
    )
    SELECT (CASE WHEN count(*) < ${locksMax} THEN (SELECT at FROM bound)
      ELSE least((SELECT at FROM bound), greatest(${from}::timestamptz + interval '1 hour',
        date_trunc('hour', max(locked_at)))) END)::text AS until
    FROM next`);
  return { from, until: row?.until as string };
}
