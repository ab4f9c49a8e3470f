import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/context';

/**
 * The mark: locks made before it are in the day tables, those from it on are counted as they stand.
 * It only moves forward. A figure reads both sides and the mark in one statement, so that an hour
 * that is counted meanwhile is neither missing nor double.
 */
export const markOf = ({ tenantId }: Context) => sql`coalesce((
  SELECT counted_until FROM analytics_marks WHERE tenant_id = ${tenantId}), '-infinity')`;

/** As text, with all its digits. Read before, it is a bound that the planner can estimate by. */
export async function readMark(ctx: Context): Promise<string> {
  const [row] = await ctx.db.execute<{ at: string }>(sql`SELECT ${markOf(ctx)}::text AS at`);
  return row?.at ?? '-infinity';
}

/** Locks `l` that are not in the day tables. @param seen the mark a moment ago */
export const notCounted = (ctx: Context, seen: string) => sql`l.tenant_id = ${ctx.tenantId}
  AND l.locked_at >= ${seen}::timestamptz AND l.locked_at >= (SELECT ${markOf(ctx)})`;
