import { sql } from 'drizzle-orm';
import type { StaffContext } from '@/lib/context';
import { DomainError } from '@/lib/errors';
import { countOpenCarts } from './own';
import { differing } from './policy';
import type { Change, Saved } from './schema';

/**
 * One change of a house at a time: later ones wait, and read what this one wrote. Call inside
 * `inTenant`.
 * @param still no lock or order is made meanwhile either: their rows refer to the house's
 * @returns the house's name
 */
export async function holdHouse({ db, tenantId }: StaffContext, still = false): Promise<string> {
  const strength = still ? sql`UPDATE` : sql`NO KEY UPDATE`;
  const [row] = await db.execute<{ name: string }>(
    sql`SELECT name FROM tenants WHERE id = ${tenantId} FOR ${strength}`,
  );
  if (!row) throw new DomainError('not_found');
  return row.name;
}

/**
 * @param based what the form showed before anything was touched; @param now what holds
 * @throws DomainError `changed_meanwhile` with what holds, and who made it so when.
 */
export async function refuseStale<T extends object>(
  { db, tenantId }: StaffContext,
  based: T,
  now: T,
  action: string,
): Promise<void> {
  if (differing(based, now).length === 0) return;
  const [last] = await db.execute<{ by: string; at: string }>(sql`
    SELECT user_name AS by, to_json(at) AS at FROM audit_log
    WHERE tenant_id = ${tenantId} AND action = ${action} ORDER BY audit_log.at DESC, id DESC LIMIT 1`);
  throw new DomainError('changed_meanwhile', {
    current: now,
    by: last?.by ?? null,
    at: last?.at ?? null,
  });
}

/** What is told of a change that is about to be committed. */
export async function saved(ctx: StaffContext, changes: Change[]): Promise<Saved> {
  const [clock] = await ctx.db.execute<{ at: string }>(
    sql`SELECT to_json(clock_timestamp()) AS at`,
  );
  return { changes, at: clock?.at ?? '', openCarts: await countOpenCarts(ctx) };
}
