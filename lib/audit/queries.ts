import { type SQL, sql } from 'drizzle-orm';
import { type Context, inTenant } from '@/lib/context';
import type { AuditChoices, AuditQuery, AuditRecord } from './schema';

const pageMax = 50;

/** A page of the log, newest first, and where the next one begins; null after the last. */
export async function auditPage(
  ctx: Context,
  timeZone: string,
  query: AuditQuery,
): Promise<{ records: AuditRecord[]; next: string | null }> {
  const rows = await inTenant(ctx, ({ db, tenantId }) =>
    db.execute<AuditRecord>(sql`
      SELECT a.id, to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
        a.user_name AS who, a.action, a.target, a.before, a.after, a.reason
      FROM audit_log a
      WHERE ${sql.join(asked(tenantId, timeZone, query), sql` AND `)}
      ORDER BY a.at DESC, a.id DESC LIMIT ${pageMax + 1}`),
  );
  const records = rows.slice(0, pageMax);
  return { records, next: rows.length > pageMax ? (records.at(-1)?.id ?? null) : null };
}

function asked(tenantId: number, timeZone: string, query: AuditQuery): SQL[] {
  const { who, action, day, before } = query;
  const conditions = [sql`a.tenant_id = ${tenantId}`];
  if (who) conditions.push(sql`a.user_id = ${who}`);
  if (action) conditions.push(sql`a.action = ${action}`);
  if (day) {
    conditions.push(sql`a.at >= ${day}::date::timestamp AT TIME ZONE ${timeZone}
      AND a.at < (${day}::date + 1)::timestamp AT TIME ZONE ${timeZone}`);
  }
  if (before) {
    conditions.push(sql`(a.at, a.id) < (
      SELECT b.at, b.id FROM audit_log b WHERE b.tenant_id = ${tenantId} AND b.id = ${before})`);
  }
  return conditions;
}

/** Who is in the log, by the name they had last, and what was done. */
export async function auditChoices(ctx: Context): Promise<AuditChoices> {
  return inTenant(ctx, async ({ db, tenantId }) => {
    const people = await db.execute<AuditChoices['people'][number]>(sql`
      SELECT id, name FROM (
        SELECT DISTINCT ON (user_id) user_id AS id, user_name AS name FROM audit_log
        WHERE tenant_id = ${tenantId} AND user_id IS NOT NULL
        ORDER BY user_id, at DESC) AS latest
      ORDER BY name, id`);
    const actions = await db.execute<{ action: string }>(sql`
      SELECT DISTINCT action FROM audit_log WHERE tenant_id = ${tenantId} ORDER BY action`);
    return { people: [...people], actions: actions.map(({ action }) => action) };
  });
}
