import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { alertRules, alerts } from '@/db/schema/alerts';
import { type Context, inTenant } from '@/lib/context';
import { addressName, sessionName } from '@/lib/locks/queries';
import { rulesFrom } from './policy';
import type { AlertNews, AlertStatus, AlertView, Lasting, Rule, SourceKind } from './schema';

/** The tenant's rules as they hold. */
export function rulesOf(ctx: Context): Promise<Rule[]> {
  return inTenant(ctx, async ({ db, tenantId }) =>
    rulesFrom(await db.select().from(alertRules).where(eq(alertRules.tenantId, tenantId))),
  );
}

/** What the alerts that last are of. `ctx.db` is a transaction of `inTenant`. */
export function lastingAlerts({ db, tenantId }: Context): Promise<Lasting[]> {
  return db
    .select({ kind: alerts.kind, source: alerts.source, eventId: alerts.eventId })
    .from(alerts)
    .where(and(eq(alerts.tenantId, tenantId), isNull(alerts.endedAt)));
}

/** How many alerts are open, and the newest of them. */
export async function alertNews(ctx: Context): Promise<AlertNews> {
  const [row] = await inTenant(ctx, ({ db, tenantId }) =>
    db.execute<AlertNews>(sql`
      SELECT count(*)::int AS open, (array_agg(jsonb_build_object('id', id, 'kind', kind,
        'raisedAt', raised_at) ORDER BY raised_at DESC))[1] AS newest
      FROM alerts WHERE tenant_id = ${tenantId} AND status = 'open'`),
  );
  return row ?? { open: 0, newest: null };
}

export const alertsAPage = 20;

/** A page of alerts, open ones first, then by time; with how many there are. */
export async function alertPage(
  ctx: Context,
  { status, page }: { status: AlertStatus | null; page: number },
): Promise<{ alerts: AlertView[]; total: number; now: string }> {
  const ofStatus = status === null ? sql`true` : sql`a.status = ${status}`;
  return inTenant(ctx, async (inside) => {
    const [count] = await inside.db.execute<{ total: number; now: string }>(
      sql`SELECT count(*)::int AS total, ${iso('clock_timestamp()')} AS now FROM alerts a
        WHERE a.tenant_id = ${inside.tenantId} AND ${ofStatus}`,
    );
    const rows = await readAlerts(
      inside,
      sql`${ofStatus} ORDER BY a.status = 'open' DESC, a.raised_at DESC, a.id DESC
        LIMIT ${alertsAPage} OFFSET ${(page - 1) * alertsAPage}`,
    );
    return { alerts: rows, total: count?.total ?? 0, now: count?.now ?? '' };
  });
}

export async function alertById(ctx: Context, id: string): Promise<AlertView | null> {
  const [alert] = await inTenant(ctx, (inside) => readAlerts(inside, sql`a.id = ${id}`));
  return alert ?? null;
}

type AlertRow = Omit<AlertView, 'source' | 'event'> & {
  source: string;
  accountName: string | null;
  eventId: string | null;
  eventName: string | null;
  startsAt: string | null;
};

/** A time column as ISO 8601 in UTC. */
export const iso = (column: string) =>
  sql.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

async function readAlerts({ db, tenantId }: Context, which: SQL): Promise<AlertView[]> {
  const rows = await db.execute<AlertRow>(sql`
    SELECT a.id, a.kind, a.source_kind AS "sourceKind", a.source, u.name AS "accountName",
      e.id AS "eventId", e.name AS "eventName",
      ${iso('e.starts_at')} AS "startsAt", a.status, ${iso('a.raised_at')} AS "raisedAt",
      ${iso('a.ended_at')} AS "endedAt", a.figures,
      CASE WHEN a.acknowledged_at IS NOT NULL THEN jsonb_build_object('by', a.acknowledged_by,
        'at', ${iso('a.acknowledged_at')}) END AS acknowledged,
      CASE WHEN a.resolved_at IS NOT NULL THEN jsonb_build_object('by', a.resolved_by,
        'at', ${iso('a.resolved_at')}) END AS resolved
    FROM alerts a
    LEFT JOIN events e ON e.tenant_id = a.tenant_id AND e.id = a.event_id
    LEFT JOIN users u ON a.source_kind = 'account' AND u.id::text = a.source
    WHERE a.tenant_id = ${tenantId} AND ${which}`);
  return rows.map(({ source, accountName, eventId, eventName, startsAt, ...alert }) => ({
    ...alert,
    source: sourceName(alert.sourceKind, source, accountName),
    event: eventId && eventName && startsAt ? { id: eventId, name: eventName, startsAt } : null,
  }));
}

/** What the staff knows a source by. */
export function sourceName(
  kind: SourceKind | null,
  source: string,
  accountName: string | null,
): string | null {
  if (kind === null) return null;
  if (kind === 'account') return accountName;
  return kind === 'session' ? sessionName(source) : addressName(source);
}
